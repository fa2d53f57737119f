/** The most that an error says of what it was given. */
const errorLengthMax = 300;

/** A text as an error may have it: cut where it is long, for it can hold what a caller sent. */
export function cutText(text: string): string {
  return text.length > errorLengthMax ? `${text.slice(0, errorLengthMax).toWellFormed()}…` : text;
}

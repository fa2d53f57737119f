/** What is said of a file without a byte, and of a table without a header. */
export function emptyWords(name: string): string {
  return `${name} is empty`;
}

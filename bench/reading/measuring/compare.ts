import type { Side } from '../sides/side.ts';

/**
 * Asks both sides the same and compares the rows byte for byte.
 *
 * @throws Error naming the first request whose answers differ.
 */
export async function compareAnswers(one: Side, other: Side, requests: readonly string[]): Promise<void> {
  for (const request of requests) {
    const [ours, theirs] = await Promise.all([rowsOf(one, request), rowsOf(other, request)]);
    if (ours !== theirs)
      throw new Error(`${one.name} and ${other.name} differ on ${request}: ${difference(ours, theirs)}`);
  }
}

/** The answer up to the id of the request, which is each time another. */
async function rowsOf({ name, url, headers }: Side, request: string): Promise<string> {
  const response = await fetch(url + request, { headers });
  const text = await response.text();
  if (response.status !== 200)
    throw new Error(`${name} answered ${response.status} to ${request}: ${text.slice(0, 300)}`);
  return text.slice(0, text.lastIndexOf(',"requestId":'));
}

const shownLength = 80;

function difference(ours: string, theirs: string): string {
  let at = 0;
  while (ours[at] === theirs[at]) at++;
  const from = Math.max(0, at - shownLength);
  return `at character ${at}: ${ours.slice(from, at + shownLength)} … ${theirs.slice(from, at + shownLength)}`;
}

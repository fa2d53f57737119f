const quote = 0x22;
const backslash = 0x5c;
const openObject = 0x7b;
const openList = 0x5b;
const closeObject = 0x7d;
const closeList = 0x5d;

/** A list that is still open where the beginning of a document ends. */
export interface OpenList {
  /** Where its first element begins, or blanks before it. */
  readonly start: number;
  /** How many lists and objects are open within it, itself included. */
  readonly depth: number;
  /** Members that lead to it: `data.product_list`. */
  readonly place: string;
  /** The document without the list's elements and without what comes after it. */
  readonly skeleton: Buffer;
}

interface Open {
  readonly isList: boolean;
  readonly name: string;
  readonly start: number;
  /** The last string met directly in it: of an object, the name of the member. */
  last: readonly [start: number, end: number] | undefined;
}

/** The outermost list that is open at the end of `head`, the beginning of an object. Undefined: there is none. */
export function openListIn(head: Buffer): OpenList | undefined {
  const open = openAtEnd(head);
  const index = open.findIndex(({ isList }) => isList);
  const list = open[index];
  if (list === undefined) return undefined;
  const closing = open.slice(0, index + 1).map((each) => (each.isList ? ']' : '}'));
  return {
    start: list.start + 1,
    depth: index + 1,
    place: open
      .slice(1, index + 1)
      .map(({ name }) => name)
      .join('.'),
    skeleton: Buffer.concat([head.subarray(0, list.start + 1), Buffer.from(closing.reverse().join(''))]),
  };
}

function openAtEnd(head: Buffer): readonly Open[] {
  const open: Open[] = [];
  for (let at = 0; at < head.length; at += 1) {
    const byte = head[at];
    const inner = open.at(-1);
    if (byte === quote) {
      const end = stringEnd(head, at);
      if (inner !== undefined) inner.last = [at, end];
      at = end;
    } else if (byte === openObject || byte === openList) {
      open.push({ isList: byte === openList, name: nameOf(head, inner), start: at, last: undefined });
    } else if (byte === closeObject || byte === closeList) open.pop();
  }
  return open;
}

function stringEnd(bytes: Buffer, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
}

function nameOf(head: Buffer, inner: Open | undefined): string {
  if (inner === undefined || inner.isList || inner.last === undefined) return '';
  const [start, end] = inner.last;
  return head.toString('utf8', start + 1, end);
}

import type { ListSource, RowField } from './list-source.ts';
import type { Page } from './reader.ts';

/** All that has to be known of a list to read its rows. */
type Rows = Pick<ListSource, 'row'>;

/**
 * What stands between two rows of a page. It is nowhere else: within a text the quotation mark before the name would
 * have a backslash before it, and after the end of a text comes no name.
 */
function boundary({ row: [first] }: Rows): string {
  return `},{"${first?.name}":`;
}

/** The rows of a page as lines: the comma between two becomes a line end. */
export function asLines(source: Rows, { rows, count }: Page): Buffer {
  if (count === 0) return Buffer.alloc(0);
  const lines = Buffer.concat([rows, Buffer.from('\n')]);
  const between = boundary(source);
  for (let at = lines.indexOf(between); at !== -1; at = lines.indexOf(between, at + 1)) lines[at + 1] = 0x0a;
  return lines;
}

/** The first rows of a page. */
export function firstRows(source: Rows, page: Page, count: number): Page {
  if (count >= page.count) return page;
  if (count === 0) return { rows: Buffer.alloc(0), count };
  const between = boundary(source);
  let end = -1;
  for (let i = 0; i < count; i++) end = page.rows.indexOf(between, end + 1);
  return { rows: page.rows.subarray(0, end + 1), count };
}

/** The values of each row, in the order of the list's fields: the JSON of each, so that no digit is lost. */
export function* valuesOf(source: Rows, page: Page): Generator<readonly string[]> {
  const text = page.rows.toString();
  let at = 0;
  for (let i = 0; i < page.count; i++) {
    const values: string[] = [];
    for (const field of source.row) {
      const start = at + keyLength(field);
      const end = valueEnd(text, start);
      values.push(text.slice(start, end));
      at = end;
    }
    // Its closing brace and the comma after it.
    at += 2;
    yield values;
  }
}

/** Of `{"name":` or `,"name":`. */
function keyLength({ name }: RowField): number {
  return name.length + 4;
}

function valueEnd(text: string, start: number): number {
  if (text[start] === '"') return textEnd(text, start + 1);
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '}') end++;
  return end;
}

function textEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return at + 1;
  }
  throw new TypeError('a page of rows ends within a text');
}

/** The text that a value of {@link valuesOf} stands for; a number's is its digits. */
export function plainText(value: string): string {
  if (!value.startsWith('"')) return value;
  return value.includes('\\') ? (JSON.parse(value) as string) : value.slice(1, -1);
}

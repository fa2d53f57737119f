import { isGzip } from '../byte-input.ts';

const beginnings: readonly (readonly [bytes: string, words: string])[] = [
  ['\xd0\xcf\x11\xe0', 'an Excel file of the old format (XLS) or with a password: save it as XLSX without a password'],
  ['PAR1', 'a Parquet file: give it with its kind'],
  ['%PDF', 'a PDF: export the table as XLSX or CSV'],
  ['Rar!', 'a RAR archive: unpack it first'],
  ['7z\xbc\xaf', 'a 7z archive: unpack it first'],
  ['\x89PNG', 'an image: export the table as XLSX or CSV'],
];

/** What a file is that is no text, by its first bytes, and what to do with it; undefined: it may be text. */
export function otherContent(head: Buffer): string | undefined {
  if (isGzip(head)) return 'gzip within another file: unpack it first';
  const begins = head.toString('latin1');
  const found = beginnings.find(([bytes]) => begins.startsWith(bytes));
  if (found !== undefined) return found[1];
  return /^[\s\ufeff]*<(!doctype html|html|table|\?xml)/i.test(head.toString())
    ? 'HTML or XML, whatever it is called: open it in a spreadsheet and save it as XLSX'
    : undefined;
}

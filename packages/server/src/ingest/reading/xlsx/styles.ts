import { IngestError } from '../../ingest-error.ts';
import { asUtf8 } from '../utf8.ts';
import type { ZipArchive } from '../zip/zip-archive.ts';
import { readXmlWhole, type XmlHandler } from './xml.ts';

/** What a number is shown as: a date or time, a percentage, itself, or an amount beside the sign of a currency. */
export type NumberStyle = 'moment' | 'elapsed' | 'percent' | 'number' | { readonly currency: string };

const stylesMax = 100_000;

/** Styles of cells by their number. @throws IngestError `source` */
export async function readStyles(
  name: string,
  archive: ZipArchive,
  path: string | undefined,
): Promise<readonly NumberStyle[]> {
  if (path === undefined || !archive.has(path)) return [];
  const reader = new StylesReader(name);
  await readXmlWhole(`${name}: ${path}`, asUtf8(archive.read(path)), reader);
  return reader.styles;
}

class StylesReader implements XmlHandler {
  readonly styles: NumberStyle[] = [];
  readonly #name: string;
  readonly #formats = new Map<string, string>();
  #isInCells = false;

  constructor(name: string) {
    this.#name = name;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === 'cellXfs') this.#isInCells = true;
    else if (tag === 'numFmt') this.#formats.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '');
    else if (tag === 'xf' && this.#isInCells) this.styles.push(this.#styleOf(attributes['numFmtId'] ?? '0'));
    if (this.styles.length > stylesMax || this.#formats.size > stylesMax)
      throw new IngestError('source', `${this.#name} has more than ${stylesMax.toLocaleString('en')} styles`);
  }

  text(): void {}

  close(tag: string): void {
    if (tag === 'cellXfs') this.#isInCells = false;
  }

  #styleOf(id: string): NumberStyle {
    const code = this.#formats.get(id);
    return code === undefined ? builtIn(Number(id)) : styleOfFormat(code);
  }
}

/** Formats that every file has without saying so (ECMA-376 part 1, 18.8.30). */
function builtIn(id: number): NumberStyle {
  if (id === 9 || id === 10) return 'percent';
  if (id === 46) return 'elapsed';
  const isMoment = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isMoment ? 'moment' : 'number';
}

/** What a format code shows, such as `dd/mm/yyyy\ hh:mm`, `0.00%` or `#,##0`. */
export function styleOfFormat(code: string): NumberStyle {
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  if (/\[(h+|m+|s+)\]/i.test(first)) return 'elapsed';
  const letters = first.replace(/\[[^\]]*\]/g, '');
  const currency = /\[\$([^\]-]+)/.exec(code)?.[1] ?? /\p{Sc}/u.exec(code.replace(/\[[^\]]*\]/g, ''))?.[0];
  if (currency !== undefined) return { currency };
  if (/general/i.test(letters)) return 'number';
  if (/[ymdhs]/i.test(letters)) return 'moment';
  return letters.includes('%') ? 'percent' : 'number';
}

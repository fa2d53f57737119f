import { type PackedFile, zipOf } from './zip-writer.ts';

/** Text, a number, nothing, or a cell as XML. */
export type Cell = string | number | null | { readonly xml: string };

export interface SheetOf {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** XML in place of the rows. */
  readonly xml?: string;
}

export interface BookOf {
  readonly sheets: readonly SheetOf[];
  /** Texts that cells refer to; absent: there is no such part. */
  readonly strings?: readonly string[];
  readonly stringsXml?: string;
  /** Format codes of styles 1, 2, …; 0 is general. */
  readonly formats?: readonly string[];
  readonly date1904?: boolean;
  readonly others?: readonly PackedFile[];
}

const relationsOf = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** An Excel workbook. */
export function xlsxOf(book: BookOf): Buffer {
  return zipOf(partsOf(book));
}

/** One sheet of cells. */
export function sheetOf(rows: readonly (readonly Cell[])[], name = 'Sheet1'): Buffer {
  return xlsxOf({ sheets: [{ name, rows }] });
}

export function partsOf({
  sheets,
  strings,
  stringsXml,
  formats,
  date1904,
  others = [],
}: BookOf): readonly PackedFile[] {
  const texts =
    stringsXml ??
    (strings && `<sst xmlns="${main}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`);
  return [
    { path: '[Content_Types].xml', content: '<Types/>' },
    { path: '_rels/.rels', content: relations([['officeDocument', 'xl/workbook.xml']]) },
    { path: 'xl/workbook.xml', content: workbookXml(sheets, date1904 === true) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['styles', 'styles.xml'],
        ...(texts === undefined ? [] : [['sharedStrings', '/xl/sharedStrings.xml'] as const]),
      ]),
    },
    { path: 'xl/styles.xml', content: stylesXml(formats ?? []) },
    ...(texts === undefined ? [] : [{ path: 'xl/sharedStrings.xml', content: texts }]),
    ...sheets.map((sheet, index) => ({
      path: `xl/worksheets/sheet${index + 1}.xml`,
      content: sheet.xml ?? sheetXml(sheet.rows),
    })),
    ...others,
  ];
}

function relations(parts: readonly (readonly [type: string, target: string])[]): string {
  const each = parts.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relationsOf}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageRelations}">${each.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly SheetOf[], date1904: boolean): string {
  const each = sheets.map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const properties = `<workbookPr${date1904 ? ' date1904="1"' : ''}/>`;
  return `<workbook xmlns="${main}" xmlns:r="${relationsOf}">${properties}<sheets>${each.join('')}</sheets></workbook>`;
}

function stylesXml(formats: readonly string[]): string {
  const codes = formats.map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${escaped(code)}"/>`);
  const styles = formats.map((_, index) => `<xf numFmtId="${170 + index}"/>`);
  return `<styleSheet xmlns="${main}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

/** XML of a sheet. */
export function sheetXml(rows: readonly (readonly Cell[])[]): string {
  const each = rows.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((cell, at) => cellXml(cell, at, row)).join('')}</row>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${each.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, column: number, row: number): string {
  const place = `${columnName(column)}${row + 1}`;
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${place}"`);
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function columnName(column: number): string {
  const before = Math.floor(column / 26);
  return `${before > 0 ? columnName(before - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

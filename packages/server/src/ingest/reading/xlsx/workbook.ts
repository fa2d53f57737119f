import { posix } from 'node:path';
import { IngestError } from '../../ingest-error.ts';
import { asUtf8 } from '../utf8.ts';
import type { ZipArchive } from '../zip/zip-archive.ts';
import { readXmlWhole } from './xml.ts';

/** A sheet of cells. */
export interface Sheet {
  readonly name: string;
  /** Its path in the file. */
  readonly path: string;
}

/** What the parts around the sheets say. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904 on, not 1900. */
  readonly countsFrom1904: boolean;
  readonly stylesPath: string | undefined;
  readonly sharedStringsPath: string | undefined;
}

interface Relation {
  /** The last word of its type: `worksheet`, `styles`. */
  readonly type: string;
  readonly path: string;
}

const sheetsMax = 1000;
const relationsMax = 10_000;

/** Whether a zip holds an Excel workbook. */
export function isXlsx(archive: ZipArchive): boolean {
  return archive.has('[Content_Types].xml') && archive.paths.some((path) => /^xl\/workbook\d*\.xml$/.test(path));
}

/** @throws IngestError `source` when a part is missing or damaged. */
export async function readWorkbook(name: string, archive: ZipArchive): Promise<Workbook> {
  const path = [...(await relationsOf(name, archive, '')).values()].find(({ type }) => type === 'officeDocument')?.path;
  if (path === undefined) throw new IngestError('source', `${name} is damaged: it does not say where its workbook is`);
  const relations = await relationsOf(name, archive, path);
  const pathOf = (wanted: string) => [...relations.values()].find(({ type }) => type === wanted)?.path;
  const sheets: Sheet[] = [];
  let countsFrom1904 = false;
  await readXmlWhole(`${name}: ${path}`, asUtf8(archive.read(path)), {
    open(tag, attributes) {
      if (tag === 'workbookPr') countsFrom1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (tag !== 'sheet') return;
      const relation = relations.get(idOf(attributes));
      if (relation?.type === 'worksheet') sheets.push({ name: attributes['name'] ?? '', path: relation.path });
      if (sheets.length > sheetsMax) throw new IngestError('source', `${name} has more than ${sheetsMax} sheets`);
    },
    text() {},
    close() {},
  });
  return { sheets, countsFrom1904, stylesPath: pathOf('styles'), sharedStringsPath: pathOf('sharedStrings') };
}

/** The parts that a part speaks of, by the ids it has for them; '' is the file itself. */
async function relationsOf(name: string, archive: ZipArchive, part: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = posix.dirname(part);
  const path = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations = new Map<string, Relation>();
  await readXmlWhole(`${name}: ${path}`, asUtf8(archive.read(path)), {
    open(tag, attributes) {
      const { Id: id, Type: type, Target: target } = attributes;
      if (tag !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
      relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), path: inFile(folder, target) });
      if (relations.size > relationsMax) throw new IngestError('source', `${name} is damaged: ${path} is too long`);
    },
    text() {},
    close() {},
  });
  return relations;
}

function inFile(folder: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
}

/** `r:id`, whatever the prefix is. */
function idOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([attribute]) => attribute.endsWith(':id'))?.[1] ?? '';
}

import type { RowParser, ValuePlaces } from '../plan/row-parsers.ts';
import { SnapshotDamaged } from '../read/stored-rows.ts';
import { piecesOf, type StoredFile } from './stored-files.ts';

/** One stored row and where its values are. Valid until the next one. */
export interface ScannedRow extends ValuePlaces {
  readonly bytes: Uint8Array;
  /** Length with its line end. */
  readonly length: number;
}

/** The file that is scanned, and how its rows are stored. */
export interface ScannedFile {
  readonly path: string;
  readonly name: string;
  readonly fieldCount: number;
  readonly parse: RowParser;
}

const rowEnd = 0x0a;

/** Goes over the rows of a file. @throws SnapshotDamaged when one is not of the list. */
export function scanRows(file: ScannedFile, onRow: (row: ScannedRow) => void): StoredFile {
  const pieces = piecesOf(file.path, file.name);
  const places = { starts: new Uint32Array(file.fieldCount), ends: new Uint32Array(file.fieldCount) };
  let rest: Uint8Array = new Uint8Array(0);
  for (let step = pieces.next(); ; step = pieces.next()) {
    if (step.done) {
      if (rest.length > 0) throw new SnapshotDamaged(`${file.name} ends within a row`);
      return step.value;
    }
    rest = scanPiece(joined(rest, step.value), file, places, onRow);
  }
}

function joined(rest: Uint8Array, piece: Uint8Array): Uint8Array {
  return rest.length === 0 ? piece : Buffer.concat([rest, piece]);
}

/** @returns the begun row at the end, copied. */
function scanPiece(
  bytes: Uint8Array,
  { name, parse }: ScannedFile,
  places: ValuePlaces,
  onRow: (row: ScannedRow) => void,
): Uint8Array {
  const row = { bytes, ...places, length: 0 };
  let start = 0;
  for (let end = bytes.indexOf(rowEnd); end !== -1; end = bytes.indexOf(rowEnd, start)) {
    if (!parse(bytes, start, end, places)) throw new SnapshotDamaged(`${name} has a row that is not of the list`);
    row.length = end + 1 - start;
    onRow(row);
    start = end + 1;
  }
  return new Uint8Array(bytes.subarray(start));
}

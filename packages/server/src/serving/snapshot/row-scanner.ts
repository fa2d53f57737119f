import { SnapshotDamaged } from './row-writer.ts';
import { piecesOf, type StoredFile } from './stored-files.ts';

/** Where the values of one stored row are. Valid until the next row. */
export interface ScannedRow {
  readonly bytes: Uint8Array;
  /** `bounds[i]` is where value i begins; it ends one byte before `bounds[i + 1]`. */
  readonly bounds: Uint32Array;
  /** Length with its line end. */
  readonly length: number;
}

const valueEnd = 0x01;
const rowEnd = 0x0a;

/**
 * Goes over the rows of a file.
 *
 * @throws SnapshotDamaged when a row has not `fieldCount` values.
 */
export function scanRows(path: string, name: string, fieldCount: number, onRow: (row: ScannedRow) => void): StoredFile {
  const pieces = piecesOf(path, name);
  const bounds = new Uint32Array(fieldCount + 1);
  let rest: Uint8Array = new Uint8Array(0);
  for (let step = pieces.next(); ; step = pieces.next()) {
    if (step.done) {
      if (rest.length > 0) throw new SnapshotDamaged(`${name} ends within a row`);
      return step.value;
    }
    rest = scanPiece(joined(rest, step.value), bounds, name, onRow);
  }
}

function joined(rest: Uint8Array, piece: Uint8Array): Uint8Array {
  return rest.length === 0 ? piece : Buffer.concat([rest, piece]);
}

/** @returns the begun row at the end, copied. */
function scanPiece(bytes: Uint8Array, bounds: Uint32Array, name: string, onRow: (row: ScannedRow) => void): Uint8Array {
  let start = 0;
  let field = 0;
  bounds[0] = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte > valueEnd && byte !== rowEnd) continue;
    bounds[++field] = at + 1;
    if (byte !== rowEnd) continue;
    if (field !== bounds.length - 1) throw new SnapshotDamaged(`${name}: a row has ${field} values`);
    onRow({ bytes, bounds, length: at + 1 - start });
    start = at + 1;
    field = 0;
    bounds[0] = start;
  }
  return new Uint8Array(bytes.subarray(start));
}

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { FileWriter, isIntact, piecesOf } from '../../../../src/serving/snapshot/build/stored-files.ts';
import { readManifest, writeManifest } from '../../../../src/serving/snapshot/plan/manifest.ts';

const directory = mkdtempSync(join(tmpdir(), 'vitrine-stored-files-'));
afterAll(() => rmSync(directory, { recursive: true }));

const damage = fc.record({ at: fc.nat(), bit: fc.nat(7), how: fc.constantFrom('flip', 'cut', 'add') });

/** The bytes with one bit changed, fewer of them, or more. */
function damaged(bytes: Buffer, { at, bit, how }: { at: number; bit: number; how: string }): Buffer {
  const place = at % bytes.length;
  if (how === 'cut') return bytes.subarray(0, place);
  if (how === 'add') return Buffer.concat([bytes, Buffer.alloc(1 + bit)]);
  const other = Buffer.from(bytes);
  other.writeUInt8(other.readUInt8(place) ^ (1 << bit), place);
  return other;
}

describe('a file that was written', () => {
  const path = join(directory, 'file');

  it('is told from one with any bit changed, cut short, or with more in it', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1 }), { minLength: 1 }), damage, (pieces, how) => {
        rmSync(path, { force: true });
        const writer = new FileWriter(path, 'file');
        for (const piece of pieces) writer.write(piece);
        const stored = writer.close();
        const whole = Buffer.concat(pieces);
        expect(stored.bytes).toBe(whole.length);
        expect(readFileSync(path)).toEqual(whole);
        expect(isIntact(path, stored)).toBe(true);
        writeFileSync(path, damaged(whole, how));
        expect(isIntact(path, stored)).toBe(false);
      }),
    );
  });

  it('may be larger than what is written and read at once', () => {
    rmSync(path, { force: true });
    const writer = new FileWriter(path, 'file');
    const piece = Buffer.alloc(3_000_001, 'abc\n');
    for (let i = 0; i < 3; i++) writer.write(piece);
    const stored = writer.close();
    expect(readFileSync(path).equals(Buffer.concat([piece, piece, piece]))).toBe(true);
    expect(isIntact(path, stored)).toBe(true);
    const pieces = piecesOf(path, 'file');
    let step = pieces.next();
    while (!step.done) step = pieces.next();
    expect(step.value).toEqual(stored);
  });

  it('is not taken for one that is missing, or cannot be read', () => {
    expect(isIntact(join(directory, 'missing'), { name: 'missing', bytes: 0, crc32: 0 })).toBe(false);
    expect(isIntact(directory, { name: 'directory', bytes: statSync(directory).size, crc32: 0 })).toBe(false);
  });

  it('begins each array at a multiple of 8', () => {
    rmSync(path, { force: true });
    const writer = new FileWriter(path, 'file');
    for (let length = 0; length < 9; length++) {
      expect(writer.position % 8).toBe(0);
      writer.writeArray(new Uint8Array(length));
    }
    expect(writer.close().bytes).toBe(64);
  });
});

describe('a manifest', () => {
  const manifest = {
    version: 7,
    fingerprint: 'abc',
    contents: 'def',
    budget: { memoryBytesMax: 1, diskBytesMax: 2 },
    lists: { list: { shape: 'blocks', files: [{ name: 'list.rows', bytes: 3, crc32: 4 }], rows: 5, keys: 6 } },
  } as const;

  it('is read as it was written, and not at all when any bit of it is another, cut short, or with more in it', () => {
    writeManifest(directory, manifest);
    expect(readManifest(directory)).toEqual(manifest);
    const path = join(directory, 'manifest');
    const whole = readFileSync(path);
    fc.assert(
      fc.property(damage, (how) => {
        writeFileSync(path, damaged(whole, how));
        expect(readManifest(directory)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', '\n', '0\n', 'null', '{}', '0\nnull'])('is not read from %j', (text) => {
    writeFileSync(join(directory, 'manifest'), text);
    expect(readManifest(directory)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../src/lines.ts';

async function* pieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let from = 0;
  for (const end of ends) {
    yield bytes.subarray(from, end);
    from = end;
  }
}

async function collected(items: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('lines', () => {
  it('are the same wherever a text is cut into pieces, in the middle of a character too', async () => {
    const line = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\n') && text !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat()), async (lines, cuts) => {
        const bytes = new TextEncoder().encode(lines.map((each) => `${each}\n`).join(''));
        expect(await collected(linesOf(pieces(bytes, cuts)))).toEqual(lines);
      }),
    );
  });
});

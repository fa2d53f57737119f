import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineBuffer } from '../../src/kernel/line-buffer.ts';

/** Some longer than the room it begins with, of characters of one to four bytes. */
const line = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .tuple(fc.constantFrom('a', 'é', '日', '😀'), fc.integer({ min: 1, max: 100_000 }))
    .map(([character, count]) => character.repeat(count)),
);

describe('a line buffer', () => {
  it('gives the bytes of all lines since they were last taken, and how many they are', () => {
    const takes = fc.array(fc.array(line, { maxLength: 12 }), { maxLength: 4 });
    fc.assert(
      fc.property(takes, (texts) => {
        const buffer = new LineBuffer();
        const taken = texts.map((lines) => {
          for (const each of lines) buffer.add(`${each}\n`);
          expect(buffer.lines).toBe(lines.length);
          return buffer.take();
        });
        // Looked at in the end: what was taken stays as it was.
        expect(taken.map(String)).toEqual(texts.map((lines) => lines.map((each) => `${each}\n`).join('')));
      }),
      { numRuns: 60 },
    );
  });

  it('gives nothing when nothing was added', () => {
    const buffer = new LineBuffer();
    expect(buffer.take()).toHaveLength(0);
    expect(buffer.lines).toBe(0);
  });
});

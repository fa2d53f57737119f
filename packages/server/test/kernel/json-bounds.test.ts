import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beyondBounds } from '../../src/kernel/json-bounds.ts';

/** Levels and elements of a value, by walking it. */
function measured(value: unknown): { readonly depth: number; readonly elements: number } {
  if (typeof value !== 'object' || value === null) return { depth: 0, elements: 0 };
  const inner = Object.values(value).map(measured);
  const depth = 1 + Math.max(0, ...inner.map((each) => each.depth));
  // One for the list itself, and one for each comma in it.
  const own = 1 + Math.max(0, inner.length - 1);
  return { depth, elements: inner.reduce((sum, each) => sum + each.elements, own) };
}

const bytes = (text: string) => Buffer.from(text);

describe('a JSON text', () => {
  it('is within its bounds exactly when it has no more levels and elements, whatever its texts hold', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: 'binary', maxDepth: 6 }),
        fc.nat(8),
        fc.nat(30),
        (value, depthMax, elementsMax) => {
          const { depth, elements } = measured(value);
          const isWithin = depth <= depthMax && elements <= elementsMax;
          const text = bytes(JSON.stringify(value, null, 1));
          expect(beyondBounds(text, { depthMax, elementsMax }) === undefined).toBe(isWithin);
        },
      ),
    );
  });

  it('is looked at between its start and end only', () => {
    const text = bytes('[[[[ [1] ]]]]');
    expect(beyondBounds(text, { depthMax: 1, elementsMax: 1 }, 5, 8)).toBeUndefined();
    expect(beyondBounds(text, { depthMax: 1, elementsMax: 1 }, 4, 0)).toBeUndefined();
  });

  it.each(['"', '"\\', '{"a', '', ']', ']]]'])('that breaks off is left to the parser: %s', (text) => {
    expect(beyondBounds(bytes(text), { depthMax: 1, elementsMax: 5 })).toBeUndefined();
  });
});

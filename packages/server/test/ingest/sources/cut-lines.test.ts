import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonTables } from '../../../src/ingest/sources/json/json-tables.ts';

const isRow = (_: string, members: readonly string[]) => (members.includes('id') ? 'row' : undefined);

interface Read {
  readonly ids: readonly unknown[];
  readonly bad: readonly (readonly [line: number, reason: string])[];
  readonly lines: readonly number[];
}

async function read(text: string, blockBytes = 65_536): Promise<Read> {
  const ids: unknown[] = [];
  const lines: number[] = [];
  const bad: (readonly [number, string])[] = [];
  for await (const { rows } of jsonTables(blocksOf(text, blockBytes), isRow)) {
    for await (const group of rows()) {
      for (const { values, lineNumber, unread } of group) {
        if (unread !== undefined) bad.push([lineNumber, unread]);
        else {
          ids.push(values['id']);
          lines.push(lineNumber);
        }
      }
    }
  }
  return { ids, bad, lines };
}

async function* blocksOf(text: string, blockBytes: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += blockBytes) yield bytes.subarray(at, at + blockBytes);
}

/** Lines that a reject names: more than one where the last are all cut off. */
function upTo(first: number, reason: string): readonly number[] {
  const last = Number(/\(lines \d+ to (\d+)\)$/.exec(reason)?.[1] ?? first);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

const row = (id: number) => JSON.stringify({ id, name: 'a "b" {c', nested: { list: [1, { d: null }], e: 'f' } });

describe('a line that is cut off costs itself alone', () => {
  test.each([1, 2, 3])('the one of four at %i, wherever it is cut and wherever blocks end', async (cut) => {
    const lines = [1, 2, 3, 4].map(row);
    const whole = lines[cut] ?? '';
    for (let length = 1; length < whole.length; length += 1) {
      for (const blockBytes of [7, 65_536]) {
        const text = lines.with(cut, whole.slice(0, length)).join('\n');
        const { ids, bad } = await read(text, blockBytes);
        const left = [1, 2, 3, 4].filter((id) => id !== cut + 1);
        expect([text, ids, bad.map(([line]) => line)]).toEqual([text, left, [cut + 1]]);
      }
    }
  });

  test('the first, wherever it is cut', async () => {
    for (let length = 1; length < row(1).length; length += 1) {
      const { ids, bad } = await read([row(1).slice(0, length), row(2), row(3)].join('\n'), 5);
      expect([length, ids, bad.map(([line]) => line)]).toEqual([length, [2, 3], [1]]);
    }
  });

  test('any number of them, as a property', async () => {
    const line = fc.record({ cut: fc.option(fc.nat({ max: 1_000 }), { nil: undefined }), pad: fc.string() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 90 }),
        async (given, blockBytes) => {
          const lines = given.map(({ cut, pad }, id) => {
            const text = JSON.stringify({ id, pad, list: [{ a: pad, b: [id] }] });
            return cut === undefined ? text : text.slice(0, 1 + (cut % (text.length - 1)));
          });
          const { ids, bad } = await read(lines.join('\n'), blockBytes);
          const whole = given.flatMap(({ cut }, id) => (cut === undefined ? [id] : []));
          const cuts = given.flatMap(({ cut }, id) => (cut === undefined ? [] : [id + 1]));
          expect(ids).toEqual(whole);
          expect(bad.flatMap(([first, reason]) => upTo(first, reason))).toEqual(cuts);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('of a list with an element a line', async () => {
    const { ids, bad, lines } = await read(`[\n${row(1)},\n${row(2).slice(0, 20)}\n${row(3)},\n${row(4)}\n]`);
    expect([ids, lines, bad.map(([line]) => line)]).toEqual([[1, 3, 4], [2, 4, 5], [3]]);
  });

  test('an envelope of several lines that is no JSON is bad once, and what follows is read', async () => {
    const envelope = `{\n"code": 0,\n"data": [\n${row(1)},\n${row(2)},,\n]}`;
    expect(await read(`${envelope}\n${row(3)}\n`)).toMatchObject({
      ids: [3],
      bad: [[1, expect.stringMatching(/^expected JSON/)]],
    });
  });
});

describe('what is no row is reported', () => {
  test('values in a list that are no objects', async () => {
    const { ids, bad } = await read('[{"id":1},5,null,"a]",[2],{"id":2}]');
    expect(ids).toEqual([1, 2]);
    expect(bad.map(([line]) => line)).toEqual([2, 3, 4, 5]);
  });

  test('lines that are no objects', async () => {
    const { ids, bad } = await read('{"id":1}\n5\n"a"\n<html>502</html>\n}\n{"id":2}\n');
    expect(ids).toEqual([1, 2]);
    expect(bad.map(([line]) => line)).toEqual([2, 3, 4, 5]);
  });

  test('odd values beside rows of an envelope, but no lists beside those of rows', async () => {
    const { ids, bad } = await read('{"data":{"list":[{"id":1},5,null],"filters":[{"name":"x"}]}}');
    expect([ids, bad.map(([, reason]) => reason)]).toEqual([
      [1],
      ['expected an object, got 5', 'expected an object, got null'],
    ]);
  });
});

describe('rows are numbered', () => {
  test.each([
    ['by lines, where a value stands on each', '{"id":1}\n\n{"data":[{"id":2},{"id":3}]}\n{"id":4}', [1, 3, 3, 4]],
    ['by lines, where an element stands on each', '[\n{"id":1},\n\n{"id":2}\n]', [2, 4]],
    ['one by one, where all stand on one', '{"data":[{"id":1},{"id":2}]}', [1, 2]],
    ['one by one, where all are in one document', '{\n"data":[\n{"id":1},\n{"id":2}]}', [1, 2]],
  ])('%s', async (_, text, lines) => {
    expect((await read(text)).lines).toEqual(lines);
  });
});

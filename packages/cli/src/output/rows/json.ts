import type { RowFormat } from './row-format.ts';

/** One JSON document: a list, a row a line. */
export const json: RowFormat = async function* (rows, { fields }) {
  let before = '[\n';
  for await (const row of rows) {
    yield before + JSON.stringify(Object.fromEntries(fields.map(({ name }) => [name, row[name] ?? null])));
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
};

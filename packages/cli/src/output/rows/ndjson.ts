import type { RowFormat } from './row-format.ts';

/** A JSON object a line. */
export const ndjson: RowFormat = async function* (rows, { fields }) {
  for await (const row of rows)
    yield `${JSON.stringify(Object.fromEntries(fields.map(({ name }) => [name, row[name] ?? null])))}\n`;
};

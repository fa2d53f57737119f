import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import type { Page } from '../../packages/server/src/serving/reader.ts';

/** About as much as ten rows of a keyed list. */
const pageBytes = 6_000;
const rowsPerPage = 10;

/** Pages that are ready, no two alike. */
const pages: readonly Page[] = ['creator', 'video', 'product'].map((word) => {
  const text = word.repeat(Math.round(pageBytes / rowsPerPage / word.length));
  const rows = Array.from({ length: rowsPerPage }, (_, number) => JSON.stringify({ number, text }));
  return { rows: Buffer.from(rows.join(',')), count: rowsPerPage };
});

let given = 0;

/** @returns one page after the other. */
export function nextPage(): Page {
  const page = pages[given++ % pages.length];
  if (page === undefined) throw new TypeError('there are no pages');
  return page;
}

/** What is asked, path and query: the example of every endpoint. */
export const requests: readonly string[] = lists.map(
  ({ path, example }) => `${path}?${new URLSearchParams(example.query)}`,
);

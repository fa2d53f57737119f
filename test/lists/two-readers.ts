import { expect } from 'vitest';
import type { DetailEndpoint, ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { checkRows } from '../../packages/server/src/catalogue/parameters.ts';
import type { PageQuery } from '../../packages/server/src/serving/page-query.ts';
import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';
import { parsed, type Row } from '../../packages/server/test/serving/rows.ts';
import { temporaryEngine } from '../../packages/server/test/serving/temporary-engine.ts';
import { tableSql } from '../../scripts/lists/table-sql.ts';
import { snapshotFixtureOn } from '../serving/snapshot-fixture.ts';

export const version = 1;

/** A snapshot and the engine, which must answer alike. */
export interface TwoReaders {
  /** The rows that both give, which must be the same bytes. @throws ApiError what the query is refused with */
  ask(endpoint: ListEndpoint | DetailEndpoint, query: Readonly<Record<string, string>>): Promise<readonly Row[]>;
  /** What each says to a query, which need not be one that the list takes: its rows as text, or why it has none. */
  answers(list: ListEndpoint, query: PageQuery): Promise<readonly (string | Error)[]>;
  /** Which of the two has a list. */
  readerOf(list: ListEndpoint): 'snapshot' | 'engine' | undefined;
  /** Why a list is not in the snapshot. */
  leftOut(list: ListEndpoint): string | undefined;
  remove(): Promise<void>;
}

export interface TwoReadersOptions {
  /** Lists that the product does not have: their tables are made. */
  readonly madeUp: readonly ListEndpoint[];
  readonly shipped?: readonly ListEndpoint[];
  /** Stores the rows of {@link version}. */
  fill(engine: Engine): Promise<void>;
}

export async function openTwoReaders({ madeUp, shipped = [], fill }: TwoReadersOptions): Promise<TwoReaders> {
  const { engine, remove } = await temporaryEngine();
  const place = snapshotFixtureOn(engine, remove);
  for (const list of madeUp)
    for (const statement of tableSql(list).split(/;$/m)) if (statement.trim() !== '') await engine.command(statement);
  await fill(engine);
  const sources = [...madeUp, ...shipped];
  const { reader, leftOut } = place.watched({ sources });
  await reader.prepare(version);
  const pages = (list: ListEndpoint, query: PageQuery) =>
    [reader, place.engineReader].map((each) => each.page(list, query, version));
  return {
    async ask(endpoint, query) {
      const list = endpoint.kind === 'detail' ? endpoint.of : endpoint;
      const checked = checkRows(endpoint, { page_num: '1', page_size: '10', ...query });
      const [fast, plain] = await Promise.all(pages(list, checked));
      expect(fast?.rows.toString()).toBe(plain?.rows.toString());
      return fast === undefined ? [] : parsed(fast);
    },
    async answers(list, query) {
      const settled = await Promise.allSettled(pages(list, query));
      return settled.map((each) => (each.status === 'fulfilled' ? each.value.rows.toString() : each.reason));
    },
    readerOf: ({ id }) => reader.shares(sources, version)[id],
    leftOut: ({ id }) => leftOut.get(id),
    async remove() {
      await reader.close();
      await place.remove();
    },
  };
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import type { FieldKind } from '../../packages/server/src/serving/list-source.ts';
import { makeScratch } from '../../packages/server/src/warehouse/publish/scratch.ts';
import { runFile, stepFile } from '../../packages/server/src/warehouse/publish/steps.ts';
import { type TemporaryEngine, temporaryEngine } from '../../packages/server/test/serving/temporary-engine.ts';
import { columnsOf, identityOf, selectedNames } from '../../scripts/lists/list-columns.ts';
import { listSql } from '../../scripts/lists/list-sql.ts';

const parameters = { state: 'state_1', version: 1, as_of_day: 20_000 };

let place: TemporaryEngine;
beforeAll(async () => {
  place = await temporaryEngine();
  await runFile(place.engine, stepFile('00_state'), parameters);
  await makeScratch(place.engine, parameters);
});
afterAll(() => place.remove());

interface Column {
  readonly name: string;
  readonly type: string;
}

function described(select: string): Promise<readonly Column[]> {
  return place.engine.rows<Column>(`DESCRIBE (${select})`, parameters);
}

const whole = /^(Nullable\()?U?Int\d+\)?$/;
const text = /^(LowCardinality\()?(Nullable\()?String\)*$/;

/** What the SELECT of a list may give for a field of each kind: amounts are in cents. */
const selectedTypes: Readonly<Record<FieldKind, RegExp>> = {
  id: whole,
  digits: /^(Nullable\()?(U?Int\d+|String)\)?$/,
  text,
  code: text,
  json: text,
  count: whole,
  flag: whole,
  day: whole,
  date: /^Date$/,
  amount: whole,
  rate: /^Decimal/,
  rating: /^Decimal/,
};

function typeOf(list: ListEndpoint, selected: string): RegExp {
  const field = columnsOf(list).find(({ name, window }) => (window?.of ?? name) === selected);
  if (field === undefined) throw new Error(`${list.id} has no field ${selected}`);
  return field.window === undefined ? selectedTypes[field.kind] : /^Array\(U?Int\d+\)$/;
}

describe.each(lists.filter(({ rowsOf }) => rowsOf === undefined))('the SQL of $id', (list) => {
  it('selects each field of its row, windowed measures as arrays, and nothing besides', async () => {
    const names = (await described(listSql(list).select)).map(({ name }) => name);
    expect(names.toSorted(), `catalogue/lists/${list.id}.sql`).toEqual(selectedNames(list).toSorted());
  });

  it('selects what the kind of each field is made of', async () => {
    for (const { name, type } of await described(listSql(list).select))
      expect([name, type]).toEqual([name, expect.stringMatching(typeOf(list, name))]);
  });

  it('names the rows there must be by what tells them apart', async () => {
    const { keys } = listSql(list);
    if (keys === undefined) return;
    const names = (await described(keys)).map(({ name }) => name);
    expect(names.toSorted()).toEqual(identityOf(list).toSorted());
  });
});

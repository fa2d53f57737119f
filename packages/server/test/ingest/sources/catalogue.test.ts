import { describe, expect, test } from 'vitest';
import { type SourceEntry, sourceCatalogue } from '../../../src/ingest/sources/catalogue.ts';
import { sources } from '../../../src/ingest/sources/from/index.ts';

const catalogue = sourceCatalogue();
const entryOf = (name: string) => catalogue.find((entry) => entry.name === name) as SourceEntry;
const shownIn = ({ fields, lost, personal }: SourceEntry['tables'][number]) => [
  ...fields.flatMap(({ from }) => from),
  ...lost,
  ...personal,
];

describe('the catalogue of sources shows columns as people see them in their files', () => {
  const headed = sources.flatMap(({ name, tables }) =>
    tables.flatMap(({ rows, headings }) => (headings === undefined ? [] : [[name, rows, headings] as const])),
  );

  test.each(headed)('%s, %s: by the English heading, never by a name of ours', (name, rows, headings) => {
    const shown = entryOf(name)
      .tables.filter((table) => table.rows === rows)
      .flatMap(shownIn);
    for (const [own, written] of Object.entries(headings)) {
      const all = written.map((heading) => (typeof heading === 'string' ? heading : heading.shown));
      expect(all[0]).toMatch(/^[\x20-\x7e]+$/);
      if (!all.includes(own)) expect(shown).not.toContain(own);
    }
    expect(shown).not.toContain('occurrence');
  });

  test('of Kalodata, in the field and what is not kept', () => {
    const { tables } = entryOf('kalodata');
    const products = tables.find(({ rows }) => rows === 'products');
    const units = products?.fields.find(({ field }) => field === 'sale.units');
    expect(units?.from).toEqual(['Item Sold']);
    expect(products?.lost).toContain('Live Revenue($)');
  });

  test('the other headings stand beside the English one, each column once', () => {
    const { headings } = entryOf('kalodata');
    expect(headings.filter(({ heading }) => heading === 'Item Sold')).toEqual([
      { heading: 'Item Sold', also: expect.arrayContaining(['Items Sold', 'Ventas', '销量']) },
    ]);
    expect(entryOf('keyapi').headings).toEqual([]);
  });
});

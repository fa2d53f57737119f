import { describe, expect, it } from 'vitest';
import { fingerprint, type WarehouseSql, warehouseSql } from '../../src/warehouse/publish/fingerprint.ts';
import { defaultPublishSettings } from '../../src/warehouse/publish/settings.ts';
import type { SqlFile } from '../../src/warehouse/sql-files.ts';

const sql = warehouseSql();
const released = fingerprint(defaultPublishSettings, sql);

type Edit = (statement: string) => string;

const rewritten: Edit = (statement) => `${statement} SETTINGS max_threads = 1`;
const laidOutAnew: Edit = (statement) => statement.replaceAll('\n', '\n\n      ');
const withoutColumnComments: Edit = (statement) => statement.replace(/ COMMENT '[^']*'/g, '');
const withQuotesInComments: Edit = (statement) => statement.replace(/ COMMENT '/g, String.raw` COMMENT 'a shop''s \' `);
const withBlanksInLiteral: Edit = (statement) => `${statement} SETTINGS log_comment = 'a  b'`;
const withBlankInLiteral: Edit = (statement) => `${statement} SETTINGS log_comment = 'a b'`;
const withAnotherType: Edit = (statement) => statement.replaceAll('Int64', 'Int32');

/** The fingerprint of a release in which the statements of a file, and of the generated one of its name, are edited. */
function fingerprintWith(file: string, edit: Edit): string {
  expect([...sql.publish, ...sql.schema].map(({ name }) => name)).toContain(file);
  return fingerprint(defaultPublishSettings, edited(file, edit));
}

function edited(file: string, edit: Edit): WarehouseSql {
  const editedIn = (files: readonly SqlFile[]) =>
    files.map((each) => (each.name === file ? { ...each, statements: each.statements.map(edit) } : each));
  return { publish: editedIn(sql.publish), schema: editedIn(sql.schema) };
}

describe('a release continues the lineage of the one before', () => {
  it.each<[string, string, Edit]>([
    ['comments of columns of the state', '00_state', withoutColumnComments],
    ['quotes in comments of columns of the state', '00_state', withQuotesInComments],
    [
      'comments of columns of landing tables',
      '010_landing',
      (statement) => statement.replace(/(COLUMN \w+) '[^']*'/g, "$1 'x'"),
    ],
    ['the layout of the state', '00_state', laidOutAnew],
    ['the layout of a step', '50_attribution', laidOutAnew],
    ['the shape of scratch tables', '01_scratch', withAnotherType],
    ['current values', '70_current', rewritten],
    ['amounts', '71_amounts', rewritten],
    ['windows', '71_product_windows', rewritten],
    ['images', '74_serving_images', rewritten],
    ['what the quarantine reports', '85_quarantine', rewritten],
    ['tables of lists', '020_lists', rewritten],
    ['tables of images', '021_images', rewritten],
    ['tables of usage', '030_usage', rewritten],
  ])('when it changes %s', (_, file, edit) => {
    const changed = edited(file, edit);
    expect(changed).not.toEqual(sql);
    expect(fingerprintWith(file, edit)).toBe(released);
  });
});

describe('a release starts a new lineage', () => {
  it.each<[string, string, Edit]>([
    ['the shape of the state', '00_state', withAnotherType],
    ['how stamps are folded', '10_attributes', rewritten],
    ['the series of products', '32_product_series', rewritten],
    ['the attribution', '50_attribution', rewritten],
    ['tails', '62_source_tails', rewritten],
    ['functions', '005_functions', rewritten],
    ['landing tables', '010_landing', withAnotherType],
    ['bounds', '040_bounds', rewritten],
    ['origins', '050_origin', rewritten],
  ])('when it changes %s', (_, file, edit) => {
    expect(fingerprintWith(file, edit)).not.toBe(released);
  });

  it('when a text in its SQL has other blanks', () => {
    const [two, one] = [withBlanksInLiteral, withBlankInLiteral].map((edit) => fingerprintWith('50_attribution', edit));
    expect(two).not.toBe(one);
  });

  it('when it has another step', () => {
    const publish = [...sql.publish, { name: '63_more', statements: ['SELECT 1'], conditions: new Map() }];
    expect(fingerprint(defaultPublishSettings, { ...sql, publish })).not.toBe(released);
  });

  it('when it has more in the schema', () => {
    const schema = [...sql.schema, { name: '060_more', statements: ['SELECT 1'], conditions: new Map() }];
    expect(fingerprint(defaultPublishSettings, { ...sql, schema })).not.toBe(released);
  });

  it('when a setting is another', () => {
    expect(fingerprint({ ...defaultPublishSettings, reportingCurrency: 'EUR' }, sql)).not.toBe(released);
  });
});

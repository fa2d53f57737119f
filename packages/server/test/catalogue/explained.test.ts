import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lists } from '../../src/catalogue/catalogue.ts';
import { explained } from '../../src/catalogue/explained.ts';
import { rulesOf } from '../../src/surfaces/docs/rendering/rules.ts';

const ruleOf = rulesOf(readFileSync(new URL('../../../../docs/estimates.md', import.meta.url), 'utf8'));

describe.each(explained)('of a $kind', ({ list, fields, measures }) => {
  it('every field is explained', () => {
    const lacking = fields.filter(({ name, window }) => !(name in measures) && !((window?.of ?? '') in measures));
    expect(lacking.map(({ name }) => name)).toEqual([]);
  });

  it('nothing is explained that is no field', () => {
    const known = new Set(fields.flatMap(({ name, window }) => [name, window?.of ?? name]));
    expect(Object.keys(measures).filter((name) => !known.has(name))).toEqual([]);
  });

  it('a number is calculated from fields that there are', () => {
    const known = new Set(fields.map(({ name }) => name));
    const from = Object.values(measures).flatMap((measure) => measure.from ?? []);
    expect(from.filter((name) => !known.has(name))).toEqual([]);
  });

  it('the section is the one that the docs name for the field', () => {
    const row = lists.find(({ id }) => id === list)?.row ?? [];
    for (const field of row) {
      const section = fields.find(({ name }) => name === field.name)?.section;
      const rule = ruleOf({ ...field, kind: 'count' });
      expect({ title: `${section?.number}. ${section?.title}`, doc: section?.doc }).toEqual({
        title: rule?.title,
        doc: `/docs/estimates#${rule?.anchor}`,
      });
    }
  });
});

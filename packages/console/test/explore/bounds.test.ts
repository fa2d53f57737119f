import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lists } from '../../../server/src/catalogue/catalogue.ts';
import { canonical } from '../../../server/src/catalogue/domains.ts';
import { type BoundKind, boundKindOf, isDate, sentBound, shownBound } from '../../src/explore/bounds.ts';

/** Ranges of all lists: the field, and what values its parameters take. */
const ranges = lists.flatMap(({ id, row, onRequest, parameters }) =>
  parameters.flatMap(({ name, use, domain }) => {
    if (use.as !== 'filter' || !name.startsWith('min_')) return [];
    const field = [...row, ...onRequest].find((each) => each.name === use.field);
    return field === undefined ? [] : [{ name: `${id} ${name}`, kind: boundKindOf(field, domain.kind), domain }];
  }),
);

const days = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const decimals = (digits: number) =>
  fc
    .tuple(fc.nat(), fc.nat({ max: 10 ** digits - 1 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(digits, '0')}`.replace(/\.?0*$/, ''));
const typed: Readonly<Record<BoundKind, fc.Arbitrary<string>>> = {
  day: days,
  moment: days,
  percent: decimals(4),
  whole: fc.nat().map(String),
  decimal: decimals(6),
};

describe('a bound of a range', () => {
  it('has fields to be of', () => {
    expect([...new Set(ranges.map(({ kind }) => kind))].sort()).toEqual(Object.keys(typed).sort());
  });

  it.each(ranges)('of $name is sent as the endpoint takes it, and shown again as it was typed', ({ kind, domain }) => {
    fc.assert(
      fc.property(typed[kind], fc.constantFrom('min', 'max'), (text, end) => {
        const sent = sentBound(kind, text, end);
        expect(canonical(domain, sent ?? '')).toBe(sent);
        expect(shownBound(kind, sent ?? '')).toBe(text);
      }),
    );
  });

  it.each(Object.keys(typed) as BoundKind[])('of kind %s is never sent as what the endpoint refuses', (kind) => {
    const domain = ranges.find((range) => range.kind === kind)?.domain ?? { kind: 'count' };
    const likely = fc.stringMatching(/^[0-9.,%_ eE+-]{0,12}$/);
    fc.assert(
      fc.property(fc.oneof(likely, fc.string()), (text) => {
        const sent = sentBound(kind, text, 'min');
        if (typeof sent === 'string') expect(canonical(domain, sent)).toBeDefined();
      }),
    );
  });

  it('that was made up in the address of the page is shown as it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(typed) as BoundKind[])), fc.string(), (kind, value) => {
        expect(typeof shownBound(kind, value)).toBe('string');
      }),
    );
    expect(shownBound('day', 'soon')).toBe('soon');
    expect(shownBound('moment', 'soon')).toBe('soon');
    expect(shownBound('percent', '0.125')).toBe('12.5');
  });

  it('of a day takes the whole day in', () => {
    const [first, last] = [sentBound('moment', '2026-01-31', 'min'), sentBound('moment', '2026-01-31', 'max')];
    expect([first, last].map((seconds) => new Date(Number(seconds) * 1000).toISOString())).toEqual([
      '2026-01-31T00:00:00.000Z',
      '2026-01-31T23:59:59.000Z',
    ]);
  });

  it('is a date of the calendar, or a number', () => {
    for (const kind of Object.keys(typed) as BoundKind[]) {
      expect(sentBound(kind, ' ', 'min'), kind).toBeUndefined();
      expect(sentBound(kind, isDate(kind) ? '2026-02-31' : '-1', 'min'), kind).toBeNull();
      expect(sentBound(kind, 'many', 'min'), kind).toBeNull();
    }
    expect(sentBound('whole', '1,000', 'min')).toBe('1000');
    expect(sentBound('whole', '1.5', 'min')).toBeNull();
    expect(sentBound('percent', '12.5 %', 'min')).toBe('0.125');
  });
});

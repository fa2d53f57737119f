import type {
  ExplainedBreakdown,
  ExplainedOwnSales,
  ExplainedSales,
  ExplainedSightings,
  Explanation,
} from '@vitrine/sdk';
import { count, plural, table } from '../../output/format.ts';

const cellCharactersMax = 80;

/** Where a number comes from, for the person at a terminal. */
export function explanationInWords(explanation: Explanation): string {
  const { breakdowns, from, sightings, sales, ownSales, notes } = explanation;
  const sections = [
    headInWords(explanation),
    from.length === 0 ? '' : `From\n${rowsInTable(['FIELD', 'VALUE'], from.map(cellsOfField))}`,
    ...breakdowns.map(breakdownInWords),
    ...sightings.map(sightingsInWords),
    salesInWords(sales),
    ownSalesInWords(ownSales),
    notes.map((note) => `Note: ${shown(note)}`).join('\n'),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function headInWords({ kind, id, region, field, value, currency, version, asOf, ...rest }: Explanation): string {
  const { meaning, rule, basis, interval, window, unrounded, rounding } = rest;
  const where = region === '' ? '' : ` in ${region}`;
  const amount = currency === null ? String(value) : `${value} ${currency}`.trimEnd();
  const lines = [
    `${field} of ${kind} ${id}${where}: ${shown(amount)} (version ${version}, as of ${asOf})`,
    meaning,
    window === null ? '' : `Window: ${window.first} to ${window.last}`,
    `Rule: ${rule.words} See ${rule.doc} (section ${rule.number}, ${rule.title}).`,
    `Basis: ${basis}${interval === null ? '' : `, ${interval.low} to ${interval.high}, known rate ${interval.knownRate}`}`,
    rounding === null ? '' : `Before rounding (${rounding.replace('-', ' ')}): ${unrounded}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function cellsOfField({ field, value }: Explanation['from'][number]): readonly unknown[] {
  return [field, value];
}

function breakdownInWords({ by, parts, more, rest }: ExplainedBreakdown): string {
  const isAnyStated = parts.some(({ stated }) => stated !== undefined);
  const rows = parts.map(({ part, value, stated }) => (isAnyStated ? [part, value, stated ?? ''] : [part, value]));
  const listed = rowsInTable([by.toUpperCase(), 'VALUE', ...(isAnyStated ? ['KNOWN BY SALES'] : [])], rows);
  const others = more.parts === 0 ? [] : [`and ${count(more.parts)} more: ${more.value}`];
  return [`By ${by}`, listed, ...others, ...(rest === null ? [] : [`besides: ${rest.value}, ${rest.what}`])].join('\n');
}

function sightingsInWords({ of, id, sightings, more, gaps, corrections, dips }: ExplainedSightings): string {
  const heading = ['SEEN', 'VALUE', 'GRADE', 'BATCH', 'SOURCE', 'COUNTS', 'WHY'];
  const rows = sightings.map(({ at, value, grade, batch, source, counts, why, late }) => {
    const said = late ? `${why}; came in late` : why;
    return [minute(at), value, grade, batch, source, counts ? 'yes' : 'no', said];
  });
  return [
    `Sightings of ${of} (${id})`,
    rows.length === 0 ? 'none' : rowsInTable(heading, rows),
    ...moreInWords(more),
    ...gaps.map(({ after, until, days, growth }) => `gap: ${growth} spread over ${days} days, ${after} to ${until}`),
    ...corrections.map(({ day, from, to }) => `correction on ${day}: ${from} became ${to}`),
    ...(dips.length === 0 ? [] : [`misread on ${dips.join(', ')}`]),
  ].join('\n');
}

function salesInWords(sales: ExplainedSales | null): string {
  if (sales === null || sales.records.length === 0) return '';
  const heading = ['STATED', 'FIRST DAY', 'LAST DAY', 'BASIS', 'UNITS', 'GMV', 'THROUGH', 'BATCH', 'SOURCE', 'COUNTS'];
  const rows = sales.records.map((record) => {
    const { at, firstDay, lastDay, basis, units, gmv, currency, video, live, batch, source, counts } = record;
    const through = video === null ? (live === null ? '' : `live ${live}`) : `video ${video}`;
    const amount = gmv === null ? '' : `${gmv} ${currency ?? ''}`.trimEnd();
    return [minute(at), firstDay, lastDay, basis, units, amount, through, batch, source, counts ? 'yes' : 'no'];
  });
  return ['Records of sales', rowsInTable(heading, rows), ...moreInWords(sales.more)].join('\n');
}

function ownSalesInWords(sales: ExplainedOwnSales | null): string {
  if (sales === null || sales.records.length === 0) return '';
  const rows = sales.records.map(({ at, product, units, gmv, batch, source, counts }) => {
    return [minute(at), product, units ?? '', gmv ?? '', batch, source, counts ? 'yes' : 'no'];
  });
  const heading = ['SEEN', 'PRODUCT', 'UNITS', 'GMV', 'BATCH', 'SOURCE', 'COUNTS'];
  return ['Its own running sales', rowsInTable(heading, rows), ...moreInWords(sales.more)].join('\n');
}

function moreInWords(more: number): readonly string[] {
  return more === 0 ? [] : [`and ${plural(more, 'older one')}`];
}

function rowsInTable(heading: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const cells = rows.map((row) => row.map((cell) => shown(String(cell)).slice(0, cellCharactersMax)));
  return table(heading, cells);
}

function minute(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

/** What a marketplace wrote must not steer the terminal. */
function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 200);
}

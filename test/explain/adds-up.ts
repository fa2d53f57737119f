import { explained, listTables } from '../../packages/server/src/catalogue/explained.ts';
import { Explainer } from '../../packages/server/src/serving/explain/explainer.ts';
import type { Breakdown, Explanation } from '../../packages/server/src/serving/explain/explanation.ts';
import type { ExplainedKind } from '../../packages/server/src/serving/explain/measure.ts';
import type { OracleResult } from '../oracle/oracle.ts';
import type { Row } from '../oracle/row.ts';
import type { PublishFixture } from '../publish/publish-fixture.ts';

/** Entities of a kind that are asked about: each field is several queries. */
const entitiesMax = 2;

/** Explains what a fixture serves. */
export function explainerOf({ engine, versions, batches }: PublishFixture): Explainer {
  return new Explainer({ engine, versions, batches, kinds: explained, tables: listTables });
}

/**
 * Where what is explained is not what the oracle says, or its parts do not add up to it, one line each.
 *
 * @param seed of each measure of several windows one is asked about, another one of each entity.
 */
export async function explainedDifferences(
  fixture: PublishFixture,
  expected: OracleResult,
  seed: number,
): Promise<readonly string[]> {
  const explainer = explainerOf(fixture);
  const found: string[] = [];
  for (const kind of explained) {
    const rows = rowsOf(kind, expected);
    const nth = Math.ceil(rows.length / entitiesMax);
    for (const [place, row] of rows.filter((_, each) => each % nth === seed % nth).entries())
      for (const field of fieldsWithParts(kind, place + seed))
        found.push(...(await differences(explainer, kind, field, row, daysOf(kind, row, expected))));
  }
  return found;
}

function rowsOf({ kind }: ExplainedKind, expected: OracleResult): readonly Row[] {
  switch (kind) {
    case 'product':
      return expected.products;
    case 'creator':
      return expected.influencerList;
    case 'video':
      return expected.videoList;
    case 'live':
      return expected.influencerLivestreams;
    case 'shop':
      return expected.shopList;
  }
}

/** Every field with parts, of a measure of several windows one. */
function fieldsWithParts({ fields, measures }: ExplainedKind, turn: number): readonly string[] {
  return Object.entries(measures).flatMap(([measure, { breakdowns = [] }]) => {
    const ofIt = fields.filter(({ name, window }) => name === measure || window?.of === measure);
    const field = ofIt[turn % ofIt.length];
    return breakdowns.length === 0 || field === undefined ? [] : [field.name];
  });
}

/** The days of an entity in the order of days; none of lives, which have no trend. */
function daysOf({ kind, idField }: ExplainedKind, row: Row, { trends }: OracleResult): readonly Row[] {
  const { productTrends: product, influencerTrends: creator, videoTrends: video, shopTrends: shop } = trends;
  const trend = { product, creator, video, shop, live: undefined }[kind];
  return trend?.get(String(row[idField])) ?? [];
}

async function differences(
  explainer: Explainer,
  { kind, idField, measures }: ExplainedKind,
  field: string,
  row: Row,
  days: readonly Row[],
) {
  const id = String(row[idField]);
  const answer = await explainer.explain({ kind, id, field });
  const where = `${kind} ${id} ${field}`;
  const declared = measures[field] ?? measures[field.replace(/_\d+d_/, '_Nd_')];
  const wrong = answer.breakdowns.flatMap((breakdown, place) => {
    const hasRest = declared?.breakdowns?.[place]?.rest !== undefined;
    return [
      ...(addsUpTo(breakdown, answer)
        ? []
        : [`${where}: parts by ${breakdown.by} do not add up to ${answer.unrounded}`]),
      ...(hasRest || breakdown.rest === null
        ? []
        : [`${where} by ${breakdown.by}: ${JSON.stringify(breakdown.rest)} of ${answer.value}`]),
    ];
  });
  return [
    ...(answer.value === row[field] ? [] : [`${where}: ${answer.value}, expected ${row[field]}`]),
    ...(roundsTo(answer) ? [] : [`${where}: ${answer.unrounded} is not ${answer.value}, ${answer.rounding}`]),
    ...wrong,
    ...dayDifferences(answer, days).map((difference) => `${where}: ${difference}`),
  ];
}

/** Estimates are rounded in trends, and what is explained is not. */
function dayDifferences({ field, window, basis, breakdowns }: Explanation, days: readonly Row[]): readonly string[] {
  const name = field.replace(/_\d+d_/, '_1d_');
  const byDay = breakdowns.find(({ by }) => by === 'day');
  if (window === null || byDay === undefined || basis === 'estimated' || days[0]?.[name] === undefined) return [];
  const told = new Map(byDay.parts.map(({ part, value }) => [part, value]));
  return days
    .filter(({ dt = '' }) => String(dt) >= window.first)
    .filter((day) => exact(told.get(String(day['dt'])) ?? '0') !== exact(day[name] ?? 0))
    .map((day) => `${day['dt']} has ${told.get(String(day['dt']))}, expected ${day[name]}`);
}

/** In thousandths. */
function exact(decimal: string | number): bigint {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,3}))?$/.exec(String(decimal)) ?? [];
  return BigInt(`${sign}${whole}${fraction.padEnd(3, '0')}`);
}

function addsUpTo({ parts, more, rest }: Breakdown, { unrounded }: Explanation): boolean {
  const all = [...parts.map(({ value }) => value), more.value, rest?.value ?? '0'];
  return all.reduce((sum, value) => sum + exact(value), 0n) === exact(unrounded ?? '');
}

/** Whole units are made of thousandths, a half up or down; all else is served as it is. */
function roundsTo({ unrounded, rounding, value }: Explanation): boolean {
  const [number, served] = [exact(unrounded ?? ''), exact(value)];
  if (rounding === null) return number === served || served === exact('9000000000000000');
  return rounding === 'half-up'
    ? 2n * (number - served) < 1_000n && 2n * (number - served) >= -1_000n
    : 2n * (number - served) <= 1_000n && 2n * (number - served) > -1_000n;
}

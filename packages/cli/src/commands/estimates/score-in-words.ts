import type { Accuracy, EstimateScore, KindScore } from '@vitrine/server';
import { count, plural, table } from '../../output/format.ts';

const errorHeadings = ['WAPE', 'BIAS', 'IN 80 %', 'NAIVE WAPE', 'NAIVE BIAS'];
const heading = ['SOLD BY', 'DAYS', 'SOURCES', 'LINKS', 'KNOWN UNITS', ...errorHeadings];

/** Part of the known units from which on it is told that they contradict the totals. */
const contradictedMin = 0.05;

/** What hidden sales say of the estimates, for people. */
export function scoreInWords(score: EstimateScore): string {
  const { version, asOf, attribution, scores } = score;
  const head = `Version ${version} as of ${asOf}: known sales, hidden and estimated`;
  const rows = table(
    heading,
    scores.map((each) => rowOf(each, score)),
  );
  const notes = [...contradictionsInWords(score), ...legendOf(scores, attribution), ...whatToBring(score)];
  return [head, rows, ...notes].join('\n');
}

function rowOf(cell: KindScore, { least }: EstimateScore): readonly string[] {
  const { kind, window, sources, links, knownUnits, learned, naive } = cell;
  const sold = [`${kind}s`, String(window), count(sources), count(links), count(knownUnits)];
  if (learned === null || naive === null) return [...sold, `too few: ${missing(cell, least)}`];
  const plain = [percent(naive.wape), signed(naive.bias)];
  return [...sold, ...errorsOf(learned), percent(learned.coverage), ...plain];
}

/** Which threshold is not met: `1 of 10 sources, 14 of 50 units`. */
function missing({ sources, knownUnits }: KindScore, least: EstimateScore['least']): string {
  const parts = [
    ...(sources < least.sources ? [`${count(sources)} of ${least.sources} sources`] : []),
    ...(knownUnits < least.units ? [`${count(knownUnits)} of ${least.units} units`] : []),
  ];
  return parts.join(', ');
}

/** WAPE and bias, each with what chance makes it differ by: two standard errors. */
export function errorsOf({ wape, wapeError, bias, biasError }: Accuracy): readonly string[] {
  return [`${percent(wape)} ± ${points(wapeError)}`, `${signed(bias)} ± ${points(biasError)}`];
}

/** 0.1234 → `12.3 %` */
function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(1)} %`;
}

function signed(fraction: number): string {
  return `${fraction < 0 ? '' : '+'}${percent(fraction)}`;
}

function points(standardError: number): string {
  return (200 * standardError).toFixed(1);
}

function legendOf(scores: readonly KindScore[], attribution: string): readonly string[] {
  const judged = scores.filter(({ learned }) => learned !== null);
  if (judged.length === 0) return [];
  const fewest = Math.min(...judged.map(({ knownUnits }) => knownUnits));
  return [
    'LINKS: a source with a product that it sold. WAPE: all misses together, of the known units. BIAS: what the',
    'estimates are too high (+) or too low by. ±: what the figure may be off by for the choice of sources (two standard',
    `errors); the fewest units that one is of are ${count(fewest)}.`,
    'IN 80 %: links whose known sales are within the 80 % interval of their estimate.',
    `NAIVE: the split by views alone, each day for itself. Served is the ${attribution} one.`,
  ];
}

/** Where known sales are more than the products sold: how much, and what that means. */
export function contradictionsInWords({ contradicted }: EstimateScore): readonly string[] {
  const { units, knownUnits, productDays, products } = contradicted;
  if (units <= contradictedMin * knownUnits) return [];
  return [
    `${count(units)} of ${count(knownUnits)} known units are more than their products sold, on ${plural(productDays, 'day')} of ${plural(products, 'product')}: they are left out,`,
    'here as in what is served. Are these orders of another shop, region or time zone, or totals that were observed late?',
  ];
}

/** What is missing for figures; nothing where there are all. */
export function whatToBring({ least, scores }: EstimateScore): readonly string[] {
  const lacking = scores.filter(({ learned }) => learned === null);
  if (lacking.length === 0) return [];
  const kinds = [...new Set(lacking.map(({ kind }) => `${kind}s`))].join(' and ');
  return [
    `Too few sales of ${kinds} are known: a figure needs ${least.sources} sources that sold ${least.units} units in its days.`,
    'Ingest affiliate orders, which name their video or live (vitrine ingest --from tiktok-affiliate; orders of Seller',
    'Center name none), or records of videos and lives with the units they sold themselves (total_video_sale_cnt,',
    'total_live_sale_cnt), beside the totals of the products. See docs/accuracy.md.',
  ];
}

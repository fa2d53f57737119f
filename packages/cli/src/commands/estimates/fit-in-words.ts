import type { EstimateConstants } from '@vitrine/sdk';
import { type FitReport, fittedVariables, type UndoneFit } from '@vitrine/server';
import { constantsInWords } from '../../output/constants.ts';
import { count, plainNumber, plural, table } from '../../output/format.ts';
import { contradictionsInWords, errorsOf, whatToBring } from './score-in-words.ts';

/** What a fit found and changed, for people. */
export function fitInWords(report: FitReport): string {
  const { version, asOf, products, given } = report;
  return [
    `Fitted to ${plural(products, 'product')} of version ${version} as of ${asOf}`,
    constantsTable(report),
    ...report.bounded.map(boundedInWords),
    ...given.map((name) => `${fittedVariables[name]} is set, and wins over a fit`),
    '',
    ...scoreTable(report),
    '',
    ...whatNow(report),
  ].join('\n');
}

function constantsTable({ before, after }: FitReport): string {
  return table(
    ['CONSTANT', 'NOW', 'FITTED'],
    [
      ['weight of a live viewer', String(before.liveViewWeight), String(after.liveViewWeight)],
      ['units per view', unitsPerView(before), unitsPerView(after)],
      ['storefront share', String(before.storefrontShare), `${after.storefrontShare} (stays)`],
    ],
  );
}

const constantNames = { liveViewWeight: 'weight of a live viewer', unitsPerView: 'units per view' };

function boundedInWords({ name, found, min, max }: FitReport['bounded'][number]): string {
  const would = `your data would have ${plainNumber(Number(found.toPrecision(4)))}`;
  return `${constantNames[name]}: ${would}, which is cut off: a fit finds ${plainNumber(min)} to ${plainNumber(max)}`;
}

function unitsPerView({ unitsPerView: units }: EstimateConstants): string {
  return units === null ? "each product's week" : plainNumber(units);
}

function scoreTable({ score: { before, after } }: FitReport): readonly string[] {
  if (!after.isEnough)
    return ['Whether estimates get better is not known.', ...contradictionsInWords(after), ...whatToBring(after)];
  const rows = after.scores.flatMap(({ kind, window, sources, knownUnits, learned }, place) => {
    const now = before.scores[place]?.learned;
    if (learned === null || now === null || now === undefined) return [];
    return [[`${kind}s`, String(window), count(sources), count(knownUnits), ...errorsOf(now), ...errorsOf(learned)]];
  });
  return [
    table(['SOLD BY', 'DAYS', 'SOURCES', 'KNOWN UNITS', 'WAPE NOW', 'BIAS NOW', 'WAPE FITTED', 'BIAS FITTED'], rows),
    ...contradictionsInWords(after),
    ...whatToBring(after),
  ];
}

function whatNow({ isApplied }: FitReport): readonly string[] {
  if (!isApplied) return ['Nothing is changed. To use the fitted constants from the next publish on, add --apply.'];
  return [
    'Applied: the next publish uses the fitted constants, and recalculates all days.',
    'To take them back: vitrine estimates fit --undo',
  ];
}

/** What was taken back, for people. */
export function undoneInWords({ undone, now }: UndoneFit): string {
  return [
    `Took back the constants fitted to version ${undone.version}. The next publish recalculates all days with`,
    constantsInWords(now),
  ].join('\n');
}

import type { PublishReport } from '@vitrine/sdk';
import { quarantineInWords } from '@vitrine/server';
import { defineCommand } from 'citty';
import { dayGiven, jsonArgument, strict, targetArguments } from '../arguments.ts';
import { at } from '../operations/open.ts';
import type { Operations } from '../operations/operations.ts';
import { count, duration, plural, publishStep } from '../output/format.ts';
import { printResult } from '../output/print.ts';
import { progressLine } from '../output/progress.ts';
import { suspicionInWords } from '../output/suspicions.ts';

export const publish = defineCommand({
  meta: { name: 'publish', description: 'Build a new dataset version from the observations and serve it' },
  args: {
    'as-of': {
      type: 'string',
      valueHint: 'YYYY-MM-DD',
      description: 'last day to include; default: the latest observed day',
    },
    force: {
      type: 'boolean',
      description: 'publish even if the day was not observed or a list loses more than half its rows',
    },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict()],
  async run({ args }) {
    const asOf = dayGiven('--as-of', args['as-of']);
    const report = await at(args, (operations) => publishShown(operations, asOf, args.force ?? false));
    printResult(args.json, report, () => inWords(report));
  },
});

async function publishShown(operations: Operations, asOf: string | undefined, force: boolean): Promise<PublishReport> {
  const progress = progressLine();
  try {
    return await operations.publish({ asOf, force, onStep: (...step) => progress.show(publishStep(...step)) });
  } finally {
    progress.clear();
  }
}

function inWords(report: PublishReport): string {
  const { version, asOf, seconds, rows, saturated, quarantine, suspicions = [], erasuresFinished, untidied } = report;
  const lines = [`Published version ${version} as of ${asOf} in ${duration(seconds)}`];
  if (erasuresFinished !== undefined)
    lines.unshift(`Completed the interrupted erasure of ${plural(erasuresFinished, 'person')}`);
  for (const [name, n] of Object.entries(rows).sort()) lines.push(`  ${name}: ${plural(n, 'row')}`);
  for (const [name, n] of Object.entries(saturated).sort())
    lines.push(`  ${name}: ${plural(n, 'row')} with a number capped at the maximum`);
  lines.push(...suspicions.map((suspicion) => `  ${suspicionInWords(suspicion)}`));
  lines.push(...quarantineInWords(quarantine).map((line) => `  ${line}`));
  lines.push(...uncountedInWords(report));
  if (untidied !== undefined)
    lines.push(`  could not remove data of earlier versions; the next publish tries again: ${untidied}`);
  return lines.join('\n');
}

/** Amounts and sales that are in no number. */
function uncountedInWords(report: PublishReport): readonly string[] {
  const { withoutRate, otherCurrency, unknownSkus, beyondTotals } = report;
  const lines: string[] = [];
  for (const [currency, products] of Object.entries(withoutRate)) {
    lines.push(
      `  no exchange rate for ${currency || 'products without a currency'}: amounts of ${count(products)} products are 0`,
    );
  }
  for (const [currency, records] of Object.entries(otherCurrency)) {
    lines.push(
      `  amounts of ${plural(records, 'record')} in ${currency} are ignored: their products use another currency`,
    );
  }
  if (unknownSkus.sales > 0)
    lines.push(
      `  ${plural(unknownSkus.sales, 'sale')} of ${plural(unknownSkus.skus, 'unknown SKU')} do not count until a product has them in its skus: ${unknownSkus.examples.join(', ')}`,
    );
  if (beyondTotals.units > 0) lines.push(`  ${beyondInWords(beyondTotals)}`);
  return lines;
}

function beyondInWords({ units, productDays, products, examples }: PublishReport['beyondTotals']): string {
  const where = `on ${plural(productDays, 'day')} of ${plural(products, 'product')} (${examples.join(', ')}${products > examples.length ? ', …' : ''})`;
  return `${plural(units, 'known unit')} are left out ${where}: known sales of a day are limited to what the product sold by its total`;
}

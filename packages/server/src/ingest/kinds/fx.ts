import { date, moment } from '../fields/moments.ts';
import { perUsd } from '../fields/numbers.ts';
import { currency } from '../fields/texts.ts';
import { declareKind } from './kind.ts';

/** An exchange rate that holds from a day on. */
export const fx = declareKind({
  name: 'fx',
  required: { currency, date, per_usd: perUsd },
  optional: { observed_at: moment },
});

import { date, momentOfDate } from '../fields/moments.ts';
import { perUsd } from '../fields/numbers.ts';
import { currency } from '../fields/texts.ts';
import { declareKind } from './kind.ts';

/** An exchange rate that holds from a day on. */
export const fx = declareKind({
  name: 'fx',
  isReference: true,
  key: {
    currency: currency('the currency'),
    date: date('UTC day from which the rate applies'),
  },
  required: { per_usd: perUsd('units of the currency per US dollar') },
  others: { observed_at: momentOfDate('time of the observation; default: midnight of the date') },
});

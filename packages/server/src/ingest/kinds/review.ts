import { id } from '../fields/ids.ts';
import { epochMilliseconds, moment } from '../fields/moments.ts';
import { small } from '../fields/numbers.ts';
import { text } from '../fields/texts.ts';
import { declareKind } from './kind.ts';

/** What somebody says of a product they bought. */
export const review = declareKind({
  name: 'review',
  about: 'What somebody says of a product they bought. Send no names of buyers.',
  key: { review_id: id('ID of the review') },
  required: {
    observed_at: moment('time of the observation'),
    product_id: id('the product'),
    rating: small('stars', 5),
  },
  lastSeen: {
    display_text: text('what it says'),
    review_timestamp: epochMilliseconds('when it was written'),
    sku_id: id('the variant that was bought'),
    sku_specification: text('the variant in words'),
  },
});

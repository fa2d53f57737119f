import { createHash } from 'node:crypto';
import { oneOf } from '../fields/choices.ts';
import { id } from '../fields/ids.ts';
import { date, lastDayOf, moment } from '../fields/moments.ts';
import { amount, units } from '../fields/numbers.ts';
import { isPresent, type JsonRecord } from '../fields/records.ts';
import { currency, text } from '../fields/texts.ts';
import { type Contradiction, declareKind } from './kind.ts';
import { creatorByHandle } from './named.ts';

const dayMs = 86_400_000;
/** A longer range says nothing about its days. */
const rangeDaysMax = 366;
/** Days of a shop are ahead of UTC by as much. */
const aheadDaysMax = 1;

/** Units of a product that were sold on a day or in a range of days, as a source states them. */
export const sale = declareKind({
  name: 'sale',
  key: {},
  required: {
    observed_at: moment('when this was stated; of two statements of the same sale the later one counts'),
    units: units('units sold, less those returned or cancelled; a cancelled line has 0'),
    basis: oneOf('`measured`: counted by orders, of one day; `stated`: what a source shows for a range of days', [
      'measured',
      'stated',
    ]),
  },
  others: {
    product_id: id('ID of the product; required unless `sku_id` is given'),
    sku_id: id('ID of the variant; its product is found in the `skus` of products'),
    gmv: amount('what the units sold for'),
    currency: currency('currency of `gmv`; required with it'),
    video_id: id('video that sold it'),
    live_id: id('live that sold it'),
    user_id: id('creator of the video or live'),
    unique_id: text('handle of that creator'),
    channel: oneOf('where it was sold; default: as `video_id` and `live_id` say', [
      'video',
      'live',
      'card',
      'link',
      'store',
    ]),
  },
  reworked: {
    dropped: {
      sale_id: text(
        'what makes the line one, such as order number and line, never a buyer; only a hash of it is kept. Default: ' +
          'product or SKU, days, video or live, channel and basis',
      ),
      day: date('the day, as the shop counts days'),
      day_from: date('first day of a range, instead of `day`'),
      day_to: date('last day of the range, which belongs to it; at most 366 days'),
    },
    key: {
      sale: id('hash of what makes it one sale'),
      statement: id('hash of all that is said of it'),
    },
    columns: { first_day: date('first day'), last_day: lastDayOf('first_day', rangeDaysMax, 'last day') },
    of: (record) => {
      const [first_day, last_day] = daysOf(record);
      return { sale: identityOf(record), statement: statementOf(record), first_day, last_day };
    },
  },
  decisive: [
    ...['sale_id', 'product_id', 'sku_id', 'day', 'day_from', 'day_to'],
    ...['video_id', 'live_id', 'channel'],
  ],
  named: creatorByHandle,
  contradiction: (record) =>
    wrongDays(record) ?? wrongProduct(record) ?? wrongContent(record) ?? wrongCurrency(record) ?? wrongMoment(record),
});

function daysOf({ day, day_from: from, day_to: to }: JsonRecord): readonly [unknown, unknown] {
  return isPresent(day) ? [day, day] : [from, to];
}

function wrongDays(record: JsonRecord): Contradiction | undefined {
  const { day, day_from: from, day_to: to, basis } = record;
  const given = [from, to].filter(isPresent).length;
  if (isPresent(day) ? given > 0 : given < 2)
    return { field: 'day', reason: `expected either day, or day_from and day_to, got ${namesOf({ day, from, to })}` };
  const days = (startOf(daysOf(record)[1]) - startOf(daysOf(record)[0])) / dayMs + 1;
  if (days < 1) return { field: 'day_to', reason: `expected a day from day_from (${from}) on, got ${to}` };
  if (days > rangeDaysMax)
    return { field: 'day_to', reason: `expected at most ${rangeDaysMax} days from day_from on, got ${days}` };
  if (basis === 'measured' && days > 1)
    return { field: 'basis', reason: `expected stated for a range of ${days} days; measured sales are of one day` };
  return undefined;
}

function namesOf({ day, from, to }: { readonly day: unknown; readonly from: unknown; readonly to: unknown }): string {
  const names = [isPresent(day) && 'day', isPresent(from) && 'day_from', isPresent(to) && 'day_to'].filter(Boolean);
  return names.length === 0 ? 'none of them' : names.join(' and ');
}

function wrongProduct({ product_id: product, sku_id: sku }: JsonRecord): Contradiction | undefined {
  if (isPresent(product) || isPresent(sku)) return undefined;
  return { field: 'product_id', reason: 'required unless sku_id is given, but both are missing' };
}

function wrongContent({ video_id: video, live_id: live }: JsonRecord): Contradiction | undefined {
  if (!isPresent(video) || !isPresent(live)) return undefined;
  return { field: 'live_id', reason: `expected no live_id beside a video_id, got ${live}` };
}

function wrongCurrency({ gmv, currency: given }: JsonRecord): Contradiction | undefined {
  if (!isPresent(gmv) || isPresent(given)) return undefined;
  return { field: 'currency', reason: 'required with gmv, but missing' };
}

function wrongMoment(record: JsonRecord): Contradiction | undefined {
  const [, last] = daysOf(record);
  const observedDay = String(record['observed_at']).slice(0, 10);
  if (startOf(last) <= Date.parse(String(record['observed_at'])) + aheadDaysMax * dayMs) return undefined;
  const field = isPresent(record['day']) ? 'day' : 'day_to';
  return { field, reason: `expected a day up to the one after observed_at (${observedDay}), got ${last}` };
}

function startOf(day: unknown): number {
  return Date.parse(String(day));
}

/** The same for every statement of one sale. */
function identityOf(record: JsonRecord): string {
  const { sale_id: saleId } = record;
  return hashed(isPresent(saleId) ? ['id', String(saleId).trim()] : ['line', ...lineOf(record)]);
}

/** Statements of one moment that differ do not melt. */
function statementOf(record: JsonRecord): string {
  const { product_id: product, sku_id: sku, user_id: user, unique_id: handle, units, gmv, currency: code } = record;
  const ids = [product, sku, user].map((given) => digitsOf(given ?? ''));
  const texts = [handle, code].map((given) => given ?? '');
  return hashed([...lineOf(record), ...ids, ...texts, Number(units), isPresent(gmv) ? Number(gmv) : '']);
}

/** 64 bits of a hash, as digits, above 0. */
function hashed(parts: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest();
  return String(hash.readBigUInt64BE() || 1n);
}

/** What tells a line without an id from others. */
function lineOf(record: JsonRecord): readonly string[] {
  const { product_id: product, sku_id: sku, video_id: video, live_id: live, channel, basis } = record;
  const content = isPresent(video) ? 'video' : isPresent(live) ? 'live' : '';
  return [
    isPresent(product) ? 'product' : 'sku',
    digitsOf(product ?? sku),
    ...daysOf(record).map(String),
    content,
    digitsOf(video ?? live ?? ''),
    String(channel ?? content),
    String(basis),
  ];
}

/** An id may be written with zeros before it. */
function digitsOf(given: unknown): string {
  return String(given).replace(/^0+/, '');
}

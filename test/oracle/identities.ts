import { createHash } from 'node:crypto';
import { id, isSeen } from './exact.ts';
import { groupBy } from './group.ts';
import type {
  CreatorObservation,
  LiveObservation,
  Observation,
  ProductObservation,
  SaleObservation,
  Seen,
  ShopObservation,
  Timed,
  VideoObservation,
} from './observation.ts';
import { currentValue } from './state.ts';

/** The marketplace has no ids from here on. */
const OWN_FROM = 2n ** 63n;

const ofCreatorKinds: ReadonlySet<string> = new Set(['creator', 'video', 'live', 'sale']);

/** Section 5, "Identities": who is meant by the ids and names of records. */
export interface Identities {
  /** The creator of a record. */
  creator(record: Named): bigint | undefined;
  /** What an id became, of a creator. */
  became(userId: bigint): bigint;
  /** The shop that a record is of, or what its id became. */
  shop(record: ShopObservation): bigint | undefined;
  /** The shop of a product. */
  seller(records: readonly ProductObservation[]): bigint | undefined;
}

type Named = Pick<CreatorObservation, 'user_id' | 'unique_id'>;
type OfCreator = CreatorObservation | VideoObservation | LiveObservation | SaleObservation;
type OfShop = ProductObservation | ShopObservation;

interface Pair extends Timed {
  readonly own: bigint;
  readonly id: bigint;
}

export function identitiesOf(observations: readonly Observation[]): Identities {
  const ofCreators = observations.filter((record): record is OfCreator => ofCreatorKinds.has(record.kind));
  const ofShops = observations.filter(
    (record): record is OfShop => record.kind === 'product' || record.kind === 'shop',
  );
  const creators = idsOfOwn(ofCreators.flatMap((record) => pairOf(record, record.user_id, handleId(record.unique_id))));
  const shops = idsOfOwn(ofShops.flatMap((record) => pairOf(record, record.seller_id, shopId(record))));
  const sellerOf = (record: OfShop) => id(record.seller_id) ?? shopId(record);
  const becameShop = (seen: bigint | undefined) => (seen === undefined ? undefined : (shops.get(seen) ?? seen));
  return {
    creator: (record) => creatorId(record),
    became: (userId) => creators.get(userId) ?? userId,
    shop: (record) => becameShop(sellerOf(record)),
    seller: (records) => becameShop(currentValue(records, sellerOf)),
  };
}

/** Handles that videos, lives and sales name, as sightings of their creators. */
export function handlesSeen(
  records: readonly (VideoObservation | LiveObservation | SaleObservation)[],
): CreatorObservation[] {
  return records.flatMap((record) => {
    if (handleId(record.unique_id) === undefined) return [];
    const { observed_at, unique_id, user_id } = record;
    return [{ kind: 'creator' as const, observed_at, unique_id, user_id }];
  });
}

function creatorId({ user_id, unique_id }: Named): bigint | undefined {
  return id(user_id) ?? handleId(unique_id);
}

function pairOf({ observed_at }: Timed, given: Seen<string>, own: bigint | undefined): Pair[] {
  const seen = id(given);
  return seen === undefined || own === undefined || seen >= OWN_FROM ? [] : [{ observed_at, own, id: seen }];
}

/** The id that was seen last beside each name. */
function idsOfOwn(pairs: readonly Pair[]): ReadonlyMap<bigint, bigint> {
  const ids = [...groupBy(pairs, ({ own }) => own)].map(
    ([own, seen]) => [own, currentValue(seen, (pair) => pair.id) ?? own] as const,
  );
  return new Map(ids);
}

function handleId(handle: Seen<string>): bigint | undefined {
  const name = isSeen(handle) ? lowered(trimmed(handle).replace(/^@+/, '')) : '';
  return name === '' ? undefined : ownId(`creator:${name}`);
}

function shopId(record: OfShop): bigint | undefined {
  const given = record.kind === 'shop' ? record.shop_name : record.seller_name;
  const name = isSeen(given) ? lowered(trimmed(given).replace(/[\t\n\f\r ]+/g, ' ')) : '';
  return name === '' ? undefined : ownId(`shop:${record.region}:${name}`);
}

function ownId(words: string): bigint {
  const digits = createHash('sha256').update(words).digest('hex').slice(0, 16);
  return BigInt(`0x${digits}`) | OWN_FROM;
}

function trimmed(name: string): string {
  return name.replace(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, '');
}

function lowered(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

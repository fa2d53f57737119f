import { z } from 'zod';
import { expected, readDocument } from './document.ts';
import { MirrorError } from './mirror-error.ts';
import { type Route, routes } from './upstream/routes.ts';

/** Something that a mirror follows: the rows of one endpoint under one key. */
export interface Watched {
  readonly route: Route;
  /** An ID; of a product list its query, `region=US&…`. */
  readonly key: string;
  /** Of a list in pages: how many rows a day, from its start. */
  readonly rowsMax: number;
}

const rowsMaxMax = 100_000;

const id = z
  .string(expected('an ID of 1 to 20 digits, as text'))
  .regex(/^\d{1,20}$/, expected('an ID of 1 to 20 digits, as text'));

function rows(min: number) {
  const whole = expected(`a whole number from ${min} to ${rowsMaxMax}`);
  return z.number(whole).int(whole).min(min, whole).max(rowsMaxMax, whole);
}

/** `"ID"`, or `{"id": "ID", "videos": 20}`: beside its own row as many rows of its lists. */
function entries(kind: WatchedKind) {
  const lists = Object.keys(kind.lists);
  const counts = Object.fromEntries(lists.map((name) => [name, rows(0).optional()]));
  const members = z.strictObject(
    { id, ...counts },
    expected(`an ID, or an object with ${['id', ...lists].join(', ')}`),
  );
  const entry = z.preprocess((given) => (typeof given === 'string' ? { id: given } : given), members);
  return z.array(entry, expected('an array')).default([]);
}

const query = z
  .record(z.string(), z.union([z.string().min(1), z.number()], expected('a text or a number')), expected('an object'))
  .refine((given) => 'region' in given, expected('an object with at least region'))
  .refine(
    (given) => !('page_num' in given || 'page_size' in given),
    expected('a query without page_num and page_size'),
  );

const kinds = {
  products: { own: routes.productDetail, lists: { videos: routes.productVideos, creators: routes.productCreators } },
  shops: { own: routes.shopDetail, lists: { products: routes.shopProducts, videos: routes.shopVideos } },
  creators: { own: routes.creatorDetail, lists: { videos: routes.creatorVideos } },
  videos: { own: routes.videoDetail, lists: {} },
} as const satisfies Readonly<Record<string, WatchedKind>>;

/** `{"rows": 200, "query": {"region": "US", …}}` */
const productList = z.strictObject({ rows: rows(1), query }, expected('an object with rows, query'));

const watchList = z.strictObject(
  {
    products: entries(kinds.products),
    shops: entries(kinds.shops),
    creators: entries(kinds.creators),
    videos: entries(kinds.videos),
    lists: z.array(productList, expected('an array')).default([]),
  },
  expected('an object with products, shops, creators, videos, lists'),
);

interface WatchedKind {
  readonly own: Route;
  readonly lists: Readonly<Record<string, Route>>;
}

/** What a mirror is to follow, in the order of the file. @param file its name, for messages @throws MirrorError */
export function readWatchList(text: string, file: string): readonly Watched[] {
  const document = readDocument(watchList, text, file);
  const named = Object.entries(kinds).flatMap(([name, kind]) =>
    document[name as keyof typeof kinds].flatMap((entry) => watchedOf(kind, entry)),
  );
  const watched = [...named, ...document.lists.map(listOf)];
  if (watched.length === 0)
    throw new MirrorError(`${file}: expected at least one of ${[...Object.keys(kinds), 'lists'].join(', ')}`);
  return unique(watched);
}

function watchedOf({ own, lists }: WatchedKind, entry: Readonly<Record<string, unknown>>): readonly Watched[] {
  const key = String(entry['id']);
  const wanted = Object.entries(lists).map(([name, route]) => ({ route, key, rowsMax: Number(entry[name] ?? 0) }));
  return [{ route: own, key, rowsMax: 1 }, ...wanted.filter(({ rowsMax }) => rowsMax > 0)];
}

function listOf({ rows: rowsMax, query: given }: z.output<typeof productList>): Watched {
  const words = Object.entries(given).map(([name, value]): [string, string] => [name, String(value)]);
  return { route: routes.productList, key: new URLSearchParams(words).toString(), rowsMax };
}

/** The name under which a journal keeps it. */
export function itemOf({ route, key }: Pick<Watched, 'route' | 'key'>): string {
  return `${route.id}/${key}`;
}

/** As reports name it. */
export function watchedInWords({ route, key }: Watched): string {
  return `${route.of} ${key}`;
}

/** What is named twice is followed once, with the most rows. */
function unique(watched: readonly Watched[]): readonly Watched[] {
  const byItem = new Map<string, Watched>();
  for (const each of watched) {
    const before = byItem.get(itemOf(each));
    if (before === undefined || before.rowsMax < each.rowsMax) byItem.set(itemOf(each), each);
  }
  return [...byItem.values()];
}

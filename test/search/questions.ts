import type { Observation } from '../oracle/observation.ts';

/** A search and the entity that it means. */
export interface Question {
  readonly how: string;
  readonly type: number;
  readonly text: string;
  readonly id: string;
}

/** What can be searched for, with the name that people know it by. */
interface Named {
  readonly type: number;
  readonly id: string;
  readonly name: string;
  readonly handle?: string;
}

/** As many questions of each way to ask as there are entities to ask for, up to a number. */
const eachMax = 20;

/** Questions of all ways to ask, each about an entity whose name nobody else has. */
export function questionsAbout(observations: readonly Observation[]): readonly Question[] {
  const named = unique(namedIn(observations));
  const [creators, products, shops, videos, lives] = [1, 2, 3, 4, 5].map((type) =>
    named.filter((each) => each.type === type),
  );
  const handles = (creators ?? []).filter(({ handle = '' }) => /^[a-z]+\.[a-z]+_/.test(handle));
  const texts = [...(products ?? []), ...(shops ?? [])];
  const ways: readonly (readonly [string, readonly Named[], (each: Named, draw: Draw) => string])[] = [
    ['name', texts, ({ name }) => name],
    ['name in capitals', texts, ({ name }) => name.toUpperCase()],
    ['caption', [...(videos ?? []), ...(lives ?? [])], ({ name }) => name],
    ['beginnings of words', products ?? [], ({ name }) => beginnings(name)],
    ['a misspelled word', texts, ({ name }, draw) => misspelled(name, draw)],
    ['words in another order', products ?? [], ({ name }) => name.split(' ').reverse().join(' ')],
    [
      'marks left out',
      (products ?? []).filter(({ name }) => /\p{M}/u.test(name.normalize('NFD'))),
      ({ name }) => unmarked(name),
    ],
    [
      'a script of its own',
      texts.filter(({ name }) => /[\p{sc=Thai}\p{sc=Han}\p{sc=Hangul}\p{sc=Arabic}]/u.test(name)),
      ({ name }) => name,
    ],
    [
      'the end of a text without blanks',
      (products ?? []).filter(({ name }) => /\p{sc=Thai}{6}/u.test(name)),
      ({ name }) => name.replace(/\p{sc=Thai}{2}(?=\p{sc=Thai}{4})/u, ''),
    ],
    ['handle', handles, ({ handle = '' }) => `@${handle}`],
    ['handle without its separators', handles, ({ handle = '' }) => handle.replace(/[._]/g, '')],
    ['a misspelled handle', handles, ({ handle = '' }) => handle.replace(/(?<=^..)[a-z]/, '')],
    ['ID', named, ({ id }) => id],
    ['profile page', handles, ({ handle }) => `https://www.tiktok.com/@${handle}?lang=en`],
    ['product page', products ?? [], ({ id }) => `https://shop.tiktok.com/view/product/${id}?region=US`],
    ['video page', named.filter(({ type }) => type === 4), ({ id }) => `tiktok.com/@somebody/video/${id}`],
  ];
  return ways.flatMap(([how, entities, ask], way) =>
    spread(entities).map((each, i) => ({
      how,
      type: each.type,
      id: each.id,
      text: ask(each, drawOf(way * 1_000 + i)),
    })),
  );
}

/** A number from 0 to below a limit. */
type Draw = (limit: number) => number;

/** The same numbers in each run. */
function drawOf(seed: number): Draw {
  let state = seed + 1;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
}

function spread(entities: readonly Named[]): readonly Named[] {
  const step = Math.max(1, Math.floor(entities.length / eachMax));
  return entities.filter((_, i) => i % step === 0).slice(0, eachMax);
}

function namedIn(observations: readonly Observation[]): readonly Named[] {
  return observations.flatMap((record): readonly Named[] => {
    const { kind } = record;
    if (kind === 'product' && record.product_name)
      return [{ type: 2, id: record.product_id, name: record.product_name }];
    if (kind === 'shop' && record.shop_name) return [{ type: 3, id: String(record.seller_id), name: record.shop_name }];
    if (kind === 'creator' && record.unique_id)
      return [{ type: 1, id: String(record.user_id), name: record.unique_id, handle: record.unique_id }];
    if (kind === 'video' && record.video_desc) return [{ type: 4, id: record.video_id, name: record.video_desc }];
    if (kind === 'live' && record.title) return [{ type: 5, id: record.live_id, name: record.title }];
    return [];
  });
}

/** Those whose last name is theirs alone, however it is written. */
function unique(named: readonly Named[]): readonly Named[] {
  const last = new Map(named.map((each) => [each.id, each]));
  const times = new Map<string, number>();
  const keyOf = ({ type, name }: Named) =>
    `${type} ${[
      ...new Set(
        unmarked(name)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu),
      ),
    ]
      .sort()
      .join(' ')}`;
  for (const each of last.values()) times.set(keyOf(each), (times.get(keyOf(each)) ?? 0) + 1);
  return [...last.values()].filter((each) => times.get(keyOf(each)) === 1);
}

function unmarked(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

/** Of long words the first letters, so that none but the numbers is whole. */
function beginnings(name: string): string {
  return name.replace(/\p{L}{5,}/gu, (word) => [...word].slice(0, 4).join(''));
}

/** With one mistake in its longest word: a letter left out, doubled, wrong, or swapped with the next. */
function misspelled(name: string, draw: Draw): string {
  const longest = [...name.matchAll(/[a-z]{4,}/gi)].map(([word]) => word).sort((a, b) => b.length - a.length)[0];
  if (longest === undefined) return name;
  const at = 1 + draw(longest.length - 2);
  const letter = longest.charAt(at);
  const [before, after] = [longest.slice(0, at), longest.slice(at + 1)];
  const ways = [
    before + after,
    before + letter + letter + after,
    `${before}x${after}`,
    before + after.charAt(0) + letter + after.slice(1),
  ];
  return name.replace(longest, ways[draw(ways.length)] ?? longest);
}

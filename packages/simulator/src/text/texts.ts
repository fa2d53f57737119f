import { draw, type KeyOf, pick } from '../random.ts';
import type { Language } from '../regions.ts';
import { AWKWARD, STRAY, WORDS } from './words.ts';

/** Makes up texts. The same stream and entity always get the same text. */
export interface Texts {
  productName(language: Language, product: number, category: number): string;
  productText(language: Language, product: number, slot: number): string;
  shopName(language: Language, shop: number): string;
  personName(language: Language, creator: number): string;
  handle(creator: number): string;
  videoText(language: Language, video: number): string;
  hashTags(video: number): string;
  liveTitle(language: Language, live: number): string;
}

const THINGS_PER_CATEGORY = 4;
const HANDLES = ['daily', 'shop', 'with', 'real', 'home', 'tiny', 'luna', 'mr', 'sunny', 'kopi'] as const;
const TAGS = [
  'fyp',
  'viral',
  'haul',
  'review',
  'ootd',
  'racun',
  'đẹp',
  'รีวิว',
  'oferta',
  'かわいい',
  'unboxing',
] as const;

/** Texts of a run. */
export function createTexts(keyOf: KeyOf): Texts {
  const key = keyOf('text');
  const bits = (entity: number, salt: number): number => draw(key, entity, salt);
  return {
    productName(language, product, category) {
      const { things, praise } = WORDS[language];
      const thing = things[category * THINGS_PER_CATEGORY + (bits(product, 1) % THINGS_PER_CATEGORY)] ?? 'Thing';
      return spiced(`${oneOf(praise, bits(product, 2))} ${thing} ${bits(product, 3) % 500}`, bits(product, 4));
    },
    productText: (language, product, slot) =>
      spiced(oneOf(WORDS[language].sentences, bits(product, 10 + slot)), bits(product, 20 + slot)),
    shopName: (language, shop) =>
      spiced(`${oneOf(WORDS[language].names, bits(shop, 30))} & Co. ${shop + 1}`, bits(shop, 31)),
    personName: (language, creator) => spiced(oneOf(WORDS[language].names, bits(creator, 40)), bits(creator, 41)),
    handle: (creator) =>
      `${pick(HANDLES, bits(creator, 42))}.${pick(HANDLES, bits(creator, 43))}_${creator.toString(36)}`,
    videoText: (language, video) => spiced(oneOf(WORDS[language].calls, bits(video, 50)), bits(video, 51)),
    hashTags: (video) => `#${pick(TAGS, bits(video, 52))} #${pick(TAGS, bits(video, 53))}`,
    liveTitle: (language, live) => spiced(`LIVE ${oneOf(WORDS[language].calls, bits(live, 60))}`, bits(live, 61)),
  };
}

function oneOf(words: readonly string[], bits: number): string {
  return words[bits % words.length] ?? '';
}

/** Adds something from another script to one text in five, and something awkward to one in twenty. */
function spiced(text: string, bits: number): string {
  const place = bits % 100;
  if (place < 5) return `${text} ${pick(AWKWARD, bits >>> 8)}`;
  if (place < 25) return `${pick(STRAY, bits >>> 8)} ${text}`;
  return text;
}

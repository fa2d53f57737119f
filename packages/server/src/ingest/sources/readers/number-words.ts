/** Words behind a number that multiply it, in the languages of the marketplaces. */
const multiplying: Readonly<Record<number, string>> = {
  1e3: 'k rb ribu mil mila mille tsd tausend thousand tys тыс тысяч nghìn ngàn พัน 千 천',
  1e4: 'w 万 萬 만 หมื่น',
  1e5: 'lakh lakhs lac แสน',
  1e6: 'm mi mn mio mln jt juta tr triệu million millions millón millon millones milhão milhões milioni млн ล้าน 百万 백만',
  1e7: 'crore crores cr',
  1e8: '亿 億 억',
  1e9: 'b bn billion mld mrd milliarden miliar tỷ млрд',
};

const multipliers: ReadonlyMap<string, number> = new Map(
  Object.entries(multiplying).flatMap(([multiplier, words]) =>
    words.split(' ').map((word) => [word, Number(multiplier)] as const),
  ),
);

/** A word in letters ends where letters end; those of scripts without blanks may be followed by any. */
const behindNumber = new RegExp(
  `^\\s*(?:(${oneOf(/^\p{Script=Latin}|^\p{Script=Cyrillic}/u)})(?!\\p{L})|(${oneOf(/^[^\p{Script=Latin}\p{Script=Cyrillic}]/u)}))\\.?`,
  'iu',
);

/** Words that say of a count that it was sold, and how such units are called. */
const sold = [
  ...'sold unit units item items pcs pieces vendido vendidos vendida vendidas terjual ขายแล้ว ขายได้ ชิ้น'.split(' '),
  ...'已售 已售出 售出 销量 件 已賣出 販売済み 販売 個 点 판매 판매됨 개 verkauft vendu vendus venduto venduti'.split(
    ' ',
  ),
  ...'sprzedano sprzedanych szt продано шт'.split(' '),
  ...['đã bán', 'số lượng đã bán'],
];
const soldText = new RegExp(`^(?:(?:${longestFirst(sold)})[\\s.:]*)*$`, 'iu');

/** What the text behind a number multiplies it by, and the text without that. */
export function multiplierIn(behind: string): { readonly multiplier: number; readonly after: string } {
  const [found = '', word, sign] = behindNumber.exec(behind) ?? [];
  const multiplier = multipliers.get((word ?? sign ?? '').toLowerCase()) ?? 1;
  return { multiplier, after: multiplier === 1 ? behind : behind.slice(found.length) };
}

/** Whether the text around a count says nothing, or that it was sold. */
export function saysSold(text: string): boolean {
  return soldText.test(text);
}

function oneOf(script: RegExp): string {
  return longestFirst([...multipliers.keys()].filter((word) => script.test(word)));
}

function longestFirst(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}

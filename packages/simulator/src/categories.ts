/** A category of the simulated marketplace. The ids are made up. */
export interface SimulatedCategory {
  readonly id: string;
  readonly parentId: string;
  readonly level: 1 | 2 | 3;
  readonly name: string;
}

/** Names in Indonesian, word by word: the noun comes first. */
const INDONESIAN: Readonly<Record<string, string>> = {
  Beauty: 'Kecantikan',
  Fashion: 'Busana',
  Home: 'Rumah',
  Electronics: 'Elektronik',
  Food: 'Makanan',
  Sports: 'Olahraga',
  Toys: 'Mainan',
  Pets: 'Hewan',
  Everyday: 'Harian',
  Premium: 'Premium',
  Seasonal: 'Musiman',
  Singles: 'Satuan',
  Sets: 'Paket',
  Refills: 'Isi Ulang',
  Gifts: 'Hadiah',
};

const TOP_NAMES = ['Beauty', 'Fashion', 'Home', 'Electronics', 'Food', 'Sports', 'Toys', 'Pets'] as const;
/** What creators of a top category call their field, as the marketplace does. */
const NICHES: Readonly<Record<(typeof TOP_NAMES)[number], string>> = {
  Beauty: 'Beauty',
  Fashion: 'Clothing & Accessories',
  Home: 'Home Furniture & Appliances',
  Electronics: 'IT & High-Tech',
  Food: 'Food & Cooking',
  Sports: 'Sports Fitness & Outdoors',
  Toys: 'Baby',
  Pets: 'Pets',
};
const SECOND_NAMES = ['Everyday', 'Premium', 'Seasonal'] as const;
const THIRD_NAMES = ['Singles', 'Sets', 'Refills', 'Gifts'] as const;

/** Number of top categories. */
export const TOP_COUNT = TOP_NAMES.length;

/** The three ids of a product's place in the tree; the third level is "0" for every fifth place. */
export interface CategoryPath {
  readonly category_id: string;
  readonly category_l2_id: string;
  readonly category_l3_id: string;
}

const topId = (top: number): number => 930_000 + 1_000 * top;

/** @param bits picks the place below the top category */
export function categoryPathOf(top: number, bits: number): CategoryPath {
  const second = topId(top) + 100 * (1 + (bits % SECOND_NAMES.length));
  const third = (bits >>> 8) % (THIRD_NAMES.length + 1);
  return {
    category_id: String(topId(top)),
    category_l2_id: String(second),
    category_l3_id: third === 0 ? '0' : String(second + third),
  };
}

/** Name of a top category. */
export function topNameOf(top: number): string {
  return TOP_NAMES[top] ?? '';
}

/** What creators who promote a top category call their field. */
export function nicheOf(top: number): string {
  const name = TOP_NAMES[top];
  return name === undefined ? '' : NICHES[name];
}

/** The whole tree, parents before children; the parent of a top category is "0". */
export function simulatedCategories(): readonly SimulatedCategory[] {
  return TOP_NAMES.flatMap((name, top) => [
    { id: String(topId(top)), parentId: '0', level: 1 as const, name },
    ...SECOND_NAMES.flatMap((second, i) => secondLevel(topId(top), topId(top) + 100 * (i + 1), `${second} ${name}`)),
  ]);
}

function secondLevel(parent: number, id: number, name: string): readonly SimulatedCategory[] {
  const thirds = THIRD_NAMES.map((third, i) => ({
    id: String(id + i + 1),
    parentId: String(id),
    level: 3 as const,
    name: `${name}: ${third}`,
  }));
  return [{ id: String(id), parentId: String(parent), level: 2, name }, ...thirds];
}

/** The name of a category in Indonesian. */
export function indonesianName({ name }: SimulatedCategory): string {
  const [path = '', third] = name.split(': ');
  const nounFirst = path
    .split(' ')
    .map((word) => INDONESIAN[word] ?? word)
    .reverse()
    .join(' ');
  return third === undefined ? nounFirst : `${nounFirst}: ${INDONESIAN[third] ?? third}`;
}

import { amount, code, count, currency, type Field, type Fields, id, rating, text } from '../field.ts';
import { defineLookup } from '../lookup.ts';
import { argument, labelled } from '../parameter.ts';

/** Rows are of what was searched for: all but a few fields are of some of them only. */
function of<Row extends Fields>(onlyOf: string, row: Row): Row {
  const entries = Object.entries(row).map(([name, field]): [string, Field] => [name, { ...field, onlyOf }]);
  return Object.fromEntries(entries) as Row;
}

const soldGmv = amount('GMV of what was sold, in `currency`', 564100.61, { section: 8 });

const creatorFields = {
  avatar: text('URL of the profile picture', 'https://images.example/creators/7100000000000000001.jpg'),
  category: text('Content category of the creator, as given by the source', 'Home & Living'),
  contact_email: text('Contact address; mostly empty', ''),
  influencer_level: text('Tier of the creator as digits; empty when unknown', ''),
  nick_name: text('Display name of the creator', 'Mara tidies up'),
  total_digg_cnt: count('Likes', 812400),
  total_followers_cnt: count('Followers', 45210),
  total_live_cnt: count('Lives hosted by the creator', 12),
  total_live_views_cnt: count('Viewers of the creator’s lives', 20480),
  total_post_video_cnt: count('Videos posted by the creator', 264),
  total_product_cnt: count('Products that the creator promotes, or that the shop sells', 19, { section: 8 }),
  total_sale_cnt: count('Units sold: of the product or shop, or through the creator or live', 4582, { section: 8 }),
  total_sale_gmv_amt: soldGmv,
  total_views_cnt: count('Views of the creator’s videos or of the video, viewers of the live', 6120000),
  unique_id: text('Handle of the creator; empty when unknown', 'maratidiesup'),
  user_id: id('Creator, or account behind the shop; "0" when unknown', '7100000000000000001'),
};

const common = { region: code('Market, two letters; empty when unknown', 'US'), currency };

/** The fields of the documented contract, which are those of creators, by name; then those of the others. */
const row = {
  ...of('creators', pick('avatar', 'category', 'contact_email', 'influencer_level', 'nick_name')),
  region: common.region,
  ...of('creators, videos', pick('total_digg_cnt')),
  ...of('creators', pick('total_followers_cnt', 'total_live_cnt', 'total_live_views_cnt', 'total_post_video_cnt')),
  ...of('creators, shops', pick('total_product_cnt')),
  ...of('creators, products, shops, lives', pick('total_sale_cnt', 'total_sale_gmv_amt')),
  ...of('creators, videos, lives', pick('total_views_cnt', 'unique_id')),
  ...of('creators, shops, videos, lives', pick('user_id')),
  currency,
  ...of('products', {
    product_id: id('Product', '1729400000000000001'),
    product_name: text('Title', 'Drawer organiser, set of ten'),
  }),
  ...of('products, shops, lives', {
    cover_url: text('Images of a product as in the product list; the URL of one of a shop or live', '[]'),
  }),
  ...of('products, shops', { seller_id: id('Shop; "0" when unknown', '7490000000000000001') }),
  ...of('products', {
    spu_avg_price: amount('Average SKU price', 14.99),
    total_sale_7d_cnt: count('Units sold in the last 7 days', 840, { section: 4 }),
    total_sale_gmv_7d_amt: amount('GMV in the last 7 days', 12591.6, { section: 4 }),
    total_ifl_cnt: count('Creators with a video or live that promotes the product', 96, { section: 5 }),
    total_video_cnt: count('Videos that promote the product', 158, { section: 5 }),
  }),
  ...of('shops', { seller_name: text('Name of the shop', 'Tidy & Co.'), rating: rating('Rating of the shop', 4.7) }),
  ...of('videos', {
    video_id: id('Video', '7400000000000000001'),
    video_desc: text('Caption', 'Ten boxes, one drawer #tidyup'),
    reflow_cover: text('URL of the cover image', 'https://images.example/videos/7400000000000000001.jpg'),
    total_video_sale_cnt: count('Units sold through the video', 70, { estimated: true }),
    total_video_sale_gmv_amt: amount('GMV sold through the video', 1049.3, { estimated: true }),
  }),
  ...of('videos, lives', { create_time: text('Posting time or start in epoch seconds', '1767265200') }),
  ...of('lives', {
    room_id: id('Live', '7500000000000000001'),
    title: text('Title', 'Everything in its place: drawers from $9'),
    max_views_cnt: count('Most viewers at once', 2080),
  }),
};

function pick<Name extends keyof typeof creatorFields>(...names: readonly Name[]): Pick<typeof creatorFields, Name> {
  return Object.fromEntries(names.map((name) => [name, creatorFields[name]])) as Pick<typeof creatorFields, Name>;
}

/** What a search of products can be sorted by: 0 is relevance. */
export const searchSortFields = [
  'spu_avg_price',
  'total_sale_7d_cnt',
  'total_sale_gmv_7d_amt',
  'total_sale_cnt',
  'total_sale_gmv_amt',
  'total_ifl_cnt',
  'total_video_cnt',
] as const;

const types = ['creators', 'products', 'shops', 'videos', 'lives'].map((label, i) => ({ value: i + 1, label }));

export const search = defineLookup({
  id: 'search',
  path: '/v1/tiktok/search/analytics',
  tool: 'general_search_analytics',
  tag: 'Search',
  title: 'Search',
  summary: 'Find creators, products, shops, videos and lives by name, handle, caption, ID or page URL.',
  description:
    'Finds words in names, handles and captions, in any script, without regard to case and marks. The beginning of a word is enough, ' +
    'and a word of four letters or more may be misspelled. The best matches come first; of equal ones, those that sold more. An ID, ' +
    'or the URL of the page of a product, video or profile, finds exactly that. Rows are those of what is searched for (`type`): each ' +
    'field says which have it. There are no pages.',
  rowId: 'user_id',
  columns: [
    'user_id',
    'unique_id',
    'nick_name',
    'product_id',
    'product_name',
    'seller_name',
    'video_id',
    'total_sale_cnt',
  ],
  parameters: [
    argument('sk', { kind: 'phrase', charactersMax: 300 }, 'Words, an ID, a handle or the URL of a page.', {
      required: true,
    }),
    argument('type', { kind: 'choice', choices: types }, 'What to search for.', { required: true }),
    argument('size', { kind: 'integer', min: 1, max: 30 }, 'Maximum number of rows.', { required: true }),
    argument('region', { kind: 'region' }, 'Market code. Case-insensitive. Default: all markets.'),
    argument(
      'searchType',
      { kind: 'choice', choices: labelled('any words', 'all words') },
      'Whether any of the words is enough, best match first, or all have to be there as they are written.',
      { defaultValue: 0 },
    ),
    argument(
      'sortType',
      { kind: 'choice', choices: labelled('relevance', ...searchSortFields) },
      'Order of products that have equally many of the words, descending. Other rows are always in the order of relevance.',
      { defaultValue: 2 },
    ),
  ],
  row,
  exampleFields: { ...creatorFields, ...common },
  exampleQuery: { sk: 'mara tidies', type: '1', size: '10' },
});

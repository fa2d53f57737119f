import { code, count, id, text } from './field.ts';

/** What every row of a live shows. */
export const liveFields = {
  room_id: id('Live', '7500000000000000001'),
  user_id: id('Creator of the live; "0" when unknown', '7100000000000000001'),
  region: code('Market of the live, two letters; empty when unknown', 'US'),
  cover_url: text('URL of the cover image', 'https://images.example/lives/7500000000000000001.jpg'),
  create_time: count('Start in epoch seconds; 0 when unknown', 1767265200),
  total_views_cnt: count('Viewers', 12480),
};

export const liveTitle = text('Title', 'Everything in its place: drawers from $9');

/** How long a live was. */
export const liveEnd = {
  finish_time: count('End in epoch seconds; 0 when unknown', 1767272400),
  duration: count('Length in seconds, from start to end; 0 when either is unknown', 7200, { section: 8 }),
};

export const liveMaxViews = count('Most viewers at once', 2080);
export const liveJoins = count('Viewers who joined', 8736);
export const liveProducts = count('Products that the live promotes', 14, { section: 8 });

import { creatorMeasures } from '../serving/explain/kinds/creator.ts';
import { liveMeasures } from '../serving/explain/kinds/live.ts';
import { productMeasures } from '../serving/explain/kinds/product.ts';
import { shopMeasures } from '../serving/explain/kinds/shop.ts';
import { videoMeasures } from '../serving/explain/kinds/video.ts';
import type { ExplainedKind, Measures, Place, SectionOf } from '../serving/explain/measure.ts';
import { lists } from './catalogue.ts';
import type { ListEndpoint } from './endpoint.ts';
import type { DocumentedField } from './field.ts';
import { influencerList } from './lists/influencer-list.ts';
import { influencerLivestreams } from './lists/influencer-livestreams.ts';
import { productList } from './lists/product-list.ts';
import { shopList } from './lists/shop-list.ts';
import { videoList } from './lists/video-list.ts';

/** Sections of docs/estimates.md that say how fields are calculated, by their numbers. */
export const sections: Readonly<Record<number, string>> = {
  1: 'State of a day',
  3: 'Price and GMV',
  4: 'Windows',
  5: 'Counts',
  6: 'Attribution: who sold it',
  7: 'Flags',
  8: 'Rows',
};

/** What `vitrine explain` and `GET /admin/v1/explain` explain: the fields of the rows of these lists. */
export const explained: readonly ExplainedKind[] = [
  ofList('product', productList, productMeasures),
  ofList('creator', influencerList, creatorMeasures),
  ofList('video', videoList, videoMeasures),
  ofList('live', influencerLivestreams, liveMeasures),
  ofList('shop', shopList, shopMeasures),
];

/** The tables of all lists, by their ids. */
export const listTables: ReadonlyMap<string, string> = new Map(lists.map(({ id, table }) => [id, table]));

function ofList(kind: Place, { id, table, rowId, row }: ListEndpoint, measures: Measures): ExplainedKind {
  const fields = row.map((field) => ({
    name: field.name,
    kind: field.kind,
    meaning: field.description,
    window: field.window,
    section: sectionOf(field),
  }));
  return { kind, list: id, table, idField: rowId, fields, measures };
}

/** As the docs find it: an estimate is a share in sales, a windowed measure a sum over days, any other value the last one seen. */
function sectionOf({ section, estimated = false, window }: DocumentedField): SectionOf {
  const number = section ?? (estimated ? 6 : window === undefined ? 1 : 4);
  const title = sections[number] ?? '';
  const anchor = `${number}-${title
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .replaceAll(' ', '-')}`;
  return { number, title, doc: `/docs/estimates#${anchor}` };
}

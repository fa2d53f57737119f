import type { ListEndpoint } from '../../../packages/server/src/catalogue/endpoint.ts';
import { productList } from '../../../packages/server/src/catalogue/lists/product-list.ts';
import type { Parameter } from '../../../packages/server/src/catalogue/parameter.ts';
import type { Draws } from './draws.ts';
import { measuredFilters } from './measured-filters.ts';
import type { Material, Question } from './question.ts';
import { requestText, type Values } from './request-text.ts';
import type { EndpointSample, ListSample, RowSample } from './samples.ts';

const pageSize = 10;
const pageNumMax = 100_000;

/** Page 1 of one of the lists that belong to an id, in the default order. */
export const keyedFirstPage: Question = (draws, material) => {
  const sample = draws.pick(keyed(material));
  return request(sample.endpoint, { ...keyValue(sample.endpoint, drawList(draws, sample)), page_num: 1 });
};

/** Any page of such a list by any field in both directions, now and then of one category only. */
export const keyedAnyPage: Question = (draws, material) => {
  const sample = draws.pick(keyed(material));
  const list = drawList(draws, sample);
  const category = draws.chance(0.25) ? filters(draws, sample, list, 1) : {};
  return request(sample.endpoint, {
    ...keyValue(sample.endpoint, list),
    ...category,
    ...order(draws, sample.endpoint, 0.5),
    page_num: draws.whole(1, Math.min(pageNumMax, pagesOf(list))),
  });
};

/** One of the first pages of a market's products, mostly the best first. */
export const firstPage: Question = (draws, material) => {
  const { endpoint, longLists } = market(material);
  return request(endpoint, {
    ...keyValue(endpoint, draws.pick(longLists)),
    ...order(draws, endpoint, 0.8),
    page_num: draws.chance(0.6) ? 1 : draws.whole(2, 20),
  });
};

/** Products that 1 to 5 filters let through, mostly page 1. */
export const productsFiltered: Question = (draws, material) => filteredPage(draws, market(material));

/** The same of creators, shops or videos. */
export const listsFiltered: Question = (draws, material) => filteredPage(draws, draws.pick(otherMarkets(material)));

function filteredPage(draws: Draws, sample: EndpointSample): string {
  const list = draws.pick(sample.longLists);
  return request(sample.endpoint, {
    ...keyValue(sample.endpoint, list),
    ...filters(draws, sample, list, draws.whole(1, 5)),
    ...order(draws, sample.endpoint, 0.8),
    page_num: draws.chance(0.8) ? 1 : draws.whole(2, 5),
  });
}

/** A page far down, of all products of a market or of those that one filter lets through; some are past the end. */
export const deepPage: Question = (draws, material) => {
  const sample = market(material);
  const list = draws.pick(sample.longLists);
  const { min, max } = material.deepPages;
  return request(sample.endpoint, {
    ...keyValue(sample.endpoint, list),
    ...(draws.chance(0.3) ? choice(draws, sample, list) : {}),
    ...order(draws, sample.endpoint, 0.8),
    page_num: Math.round(min * (max / min) ** draws.share()),
  });
};

/** The same question for a page of the largest market's products, however far down. */
export function pageOfLargest(material: Material, pageNum: number): string {
  const { endpoint } = market(material);
  return request(endpoint, { ...keyValue(endpoint, largestMarket(material)), page_num: pageNum });
}

/** The last page of the largest market's products that is full. */
export function lastPageOfLargest(material: Material): number {
  return Math.max(1, Math.floor(largestMarket(material).rows / pageSize));
}

/** The market with the most products. */
export function largestMarket(material: Material): ListSample {
  const [largest] = market(material).anyLists.toSorted((a, b) => b.rows - a.rows);
  if (largest === undefined) throw new RangeError('there are no products to ask for');
  return largest;
}

/** Lists whose key is a region are a market's, above all that of products; the others belong to an id. */
function market({ samples }: Material): EndpointSample {
  const found = samples.find(({ endpoint }) => endpoint.id === productList.id);
  if (found === undefined) throw new TypeError('no endpoint lists the products of a region');
  return found;
}

function otherMarkets({ samples }: Material): readonly EndpointSample[] {
  return samples.filter(
    ({ endpoint }) => endpoint.id !== productList.id && keyParameter(endpoint).domain.kind === 'region',
  );
}

function keyed({ samples }: Material): readonly EndpointSample[] {
  return samples.filter(({ endpoint }) => keyParameter(endpoint).domain.kind === 'id');
}

/** Half of them any list, half by length, so that long ones are asked for too. */
function drawList(draws: Draws, { anyLists, longLists }: EndpointSample): ListSample {
  return draws.pick(draws.chance(0.5) ? anyLists : longLists);
}

function pagesOf({ rows }: ListSample): number {
  return Math.max(1, Math.ceil(rows / pageSize));
}

function keyParameter({ parameters }: ListEndpoint): Parameter {
  const found = parameters.find(({ use }) => use.as === 'key');
  if (found === undefined) throw new TypeError('every endpoint has a parameter that names the list');
  return found;
}

function keyValue(endpoint: ListEndpoint, list: ListSample): Values {
  return { [keyParameter(endpoint).name]: list.key };
}

function order(draws: Draws, { parameters, sortFields }: ListEndpoint, descendingShare: number): Values {
  const field = parameters.find(({ use }) => use.as === 'sortField');
  const direction = parameters.find(({ use }) => use.as === 'sortType');
  return {
    [field?.name ?? '']: draws.whole(1, sortFields.length),
    [direction?.name ?? '']: draws.chance(descendingShare) ? 1 : 0,
  };
}

function filters(draws: Draws, sample: EndpointSample, list: ListSample, count: number): Values {
  const fields = draws.some(measuredFilters(sample.endpoint), count);
  return Object.assign({}, ...fields.map((field) => filter(draws, sample, list, field)));
}

/** A condition on one of the fields that have few values. */
function choice(draws: Draws, sample: EndpointSample, list: ListSample): Values {
  const measured = measuredFilters(sample.endpoint);
  const fields = sample.endpoint.parameters.flatMap(({ domain, use }) =>
    domain.kind === 'choice' && use.as === 'filter' && measured.includes(use.field) ? [use.field] : [],
  );
  return filter(draws, sample, list, draws.pick(fields));
}

/** A condition whose values are those of random rows, so that bounds lie where the rows do. */
function filter(draws: Draws, sample: EndpointSample, list: ListSample, field: string): Values {
  const bounds = sample.endpoint.parameters.filter(({ use }) => use.as === 'filter' && use.field === field);
  const value = () => draws.pick(rowsLike(sample, list)).values[field] ?? '';
  const [first, second] = bounds.map(({ name }) => name);
  if (first === undefined || second === undefined) return { [first ?? '']: value() };
  if (draws.chance(0.4)) return { [first]: value() };
  if (draws.chance(0.5)) return { [second]: value() };
  const [low = '', high = ''] = [value(), value()].toSorted((a, b) => Number(a) - Number(b));
  return { [first]: low, [second]: high };
}

/** Rows of the list itself, where some were drawn: amounts of another market would be in another currency. */
function rowsLike({ rows }: EndpointSample, { key }: ListSample): readonly RowSample[] {
  const own = rows.filter((row) => row.key === key);
  return own.length > 0 ? own : rows;
}

function request(endpoint: ListEndpoint, values: Values): string {
  return requestText(endpoint, { ...values, page_size: pageSize });
}

import { details, rankings, trends } from '../../../packages/server/src/catalogue/catalogue.ts';
import type {
  DetailEndpoint,
  RankingEndpoint,
  TrendEndpoint,
} from '../../../packages/server/src/catalogue/endpoint.ts';
import { firstDateOf, periodKinds } from '../../../packages/server/src/serving/rankings/period.ts';
import { dateOf, dayOf } from '../../../packages/server/src/warehouse/day.ts';
import type { Entity } from './entities.ts';
import type { Material, Question } from './question.ts';
import { largestMarket } from './questions.ts';
import { requestText } from './request-text.ts';

const pageSize = 10;

/** One to ten products, creators, shops or videos by their ids. */
export const detailsByIds: Question = (draws, material) => {
  const endpoint = draws.pick(details);
  const found = draws.some(entitiesOf(material, endpoint), draws.whole(1, endpoint.idsMax));
  return requestText(endpoint, { [idsParameter(endpoint)]: found.map(({ id }) => id).join(',') });
};

const trendDays = [30, 90, 180] as const;

/** The last days of one of them, the first page. */
export const trendOfOne: Question = (draws, material) => {
  const endpoint = draws.pick(trends);
  const { id } = draws.pick(entitiesOf(material, endpoint));
  const first = dateOf(dayOf(material.lastDate) - draws.pick(trendDays) + 1);
  const days = { start_date: first, end_date: material.lastDate };
  return requestText(endpoint, { [endpoint.of.rowId]: id, ...days, page_num: 1, page_size: pageSize });
};

/** One of the first pages of one of the rankings. */
export const rankingPage: Question = (draws, material) => {
  const ask = draws.pick(rankingsAsked(material));
  return ask(draws.chance(0.6) ? 1 : draws.whole(2, 20));
};

/** The first page of each ranking that the mix asks for, once. */
export function firstPagesOfRankings(material: Material): readonly string[] {
  return rankingsAsked(material).map((ask) => ask(1));
}

/** The four rankings of the largest market, by the first field of each: the last day, its week and its month. */
function rankingsAsked(material: Material): readonly ((pageNum: number) => string)[] {
  const region = largestMarket(material).key;
  return rankings.flatMap((endpoint) =>
    Object.entries(periodKinds).map(([rankType, kind]) => (pageNum: number) => {
      const period = { date: firstDateOf(kind, material.lastDate), rank_type: rankType };
      const field = { [sortParameter(endpoint)]: 1 };
      return requestText(endpoint, { ...period, region, ...field, page_num: pageNum, page_size: pageSize });
    }),
  );
}

function sortParameter({ parameters }: RankingEndpoint): string {
  const found = parameters.find(({ use }) => use.as === 'sortField');
  if (found === undefined) throw new TypeError('every ranking has a parameter for its order');
  return found.name;
}

function entitiesOf({ entities }: Material, { of }: DetailEndpoint | TrendEndpoint): readonly Entity[] {
  const found = entities.find(({ list }) => list.id === of.id);
  if (found === undefined) throw new TypeError(`no rows are made of ${of.id}`);
  return found.entities;
}

function idsParameter({ parameters }: DetailEndpoint): string {
  const found = parameters.find(({ domain }) => domain.kind === 'ids' || domain.kind === 'id');
  if (found === undefined) throw new TypeError('every detail has a parameter for ids');
  return found.name;
}

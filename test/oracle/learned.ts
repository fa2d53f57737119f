/*
 * Section 6, rule 2: attribution by rates that are learned week by week from each product alone. Every rate is (k + units seen) / (k / rate of the level above + exposure).
 */

/** What is assumed before anything is known. */
export interface LearnedConstants {
  /** Of the storefront in what a product sells, before anything is known of it. */
  readonly share: number;
  /** Units a view of a video, before anything is known; undefined: as the product's own week says. */
  readonly unitsPerView?: number | undefined;
}

/** How many units it takes to believe what was seen as much as the level above. */
const strength = { product: 2, link: 10, storefront: 10, week: 0.5, unitsPerView: 10 } as const;
const fade = 0.8;
const rounds = 3;
const evidence = 0.1;

/** Every rate of the filter: it starts at that of the level above, and follows what was seen. */
function rate(units: number, before: number, level: number, exposure: number): number {
  return (before + units) / (before / Math.max(level, 1e-300) + exposure);
}

/** A product's days of one week: units that nobody is known to have sold, and the traffic of its links. */
interface Week {
  readonly units: readonly number[];
  /** Of each link, a number a day. */
  readonly traffic: readonly (readonly number[])[];
}

/** What was learned up to a week, as of that week: a later one reads it faded. */
export interface Learned {
  /** Its number. */
  readonly week: number;
  readonly units: number;
  readonly exposure: number;
  readonly storefrontUnits: number;
  readonly storefrontDays: number;
  readonly links: readonly { readonly units: number; readonly exposure: number }[];
}

export interface SplitWeek {
  /** Of each link, a number a day. */
  readonly shares: readonly (readonly number[])[];
  readonly storefront: readonly number[];
  readonly learned: Learned;
}

export function nothingLearned(links: number): Learned {
  const none = { units: 0, exposure: 0 };
  return { ...none, week: 0, storefrontUnits: 0, storefrontDays: 0, links: Array.from({ length: links }, () => none) };
}

/**
 * Splits a week by rates that are learned from the product alone, from the weeks before and this one. Of days on which it is not
 * known what the product sold there are neither units nor traffic.
 *
 * @param number of the week
 * @param days on which it is known what the product sold
 */
export function splitWeek(
  week: Week,
  { number, days }: { readonly number: number; readonly days: number },
  learned: Learned,
  { share, unitsPerView }: LearnedConstants,
): SplitWeek {
  const before = faded(learned, number);
  const units = sum(week.units);
  const weight = 1 / (1 + (evidence * units) / days);
  const exposures = week.traffic.map((of) => weight * sum(of));
  const exposure = sum(exposures);
  const known = unitsPerView === undefined ? 0 : strength.unitsPerView;
  const knownExposure = unitsPerView === undefined ? 0 : (known * (1 - share)) / unitsPerView;
  const plain = ((1 - share) * (weight * units + known)) / Math.max(exposure + knownExposure, 1e-9);
  const daily = Math.max(
    (before.units + before.storefrontUnits + weight * units) / (before.storefrontDays + weight * days),
    1e-9,
  );
  const level = rate(before.storefrontUnits, strength.storefront, Math.max(share * daily, 1e-9), before.storefrontDays);
  let storefront = level;
  const product = rate(before.units, strength.product, plain, before.exposure);
  let rates = before.links.map((link) => rate(link.units, strength.link, product, link.exposure));
  for (let round = 0; round < rounds; round++) {
    const perWeight = unitsPerWeight(week, rates, storefront);
    const seen = seenUnits(weight, week, rates, perWeight);
    const ofProduct = rate(before.units + sum(seen), strength.product, plain, before.exposure + exposure);
    rates = before.links.map((link, i) =>
      rate(link.units + (seen[i] ?? 0), strength.link, ofProduct, link.exposure + (exposures[i] ?? 0)),
    );
    storefront = rate(weight * (storefront * sum(perWeight)), strength.week, level, weight * days);
  }
  const perWeight = unitsPerWeight(week, rates, storefront);
  const seen = seenUnits(weight, week, rates, perWeight);
  const counts = units > 0;
  return {
    shares: week.traffic.map((of, i) => of.map((views, day) => (rates[i] ?? 0) * views * (perWeight[day] ?? 0))),
    storefront: perWeight.map((sold) => storefront * sold),
    learned: {
      week: number,
      units: before.units + (counts ? sum(seen) : 0),
      exposure: before.exposure + (counts ? exposure : 0),
      storefrontUnits: before.storefrontUnits + (counts ? weight * (storefront * sum(perWeight)) : 0),
      storefrontDays: before.storefrontDays + (counts ? weight * days : 0),
      links: before.links.map((link, i) => ({
        units: link.units + (counts ? (seen[i] ?? 0) : 0),
        exposure: link.exposure + (counts ? (exposures[i] ?? 0) : 0),
      })),
    },
  };
}

/** What is left of it in a later week. */
function faded(
  { units, exposure, storefrontUnits, storefrontDays, links, week: since }: Learned,
  week: number,
): Learned {
  let left = 1;
  for (let weeks = Math.min(week - since, weeksMax); weeks > 0; weeks--) left *= fade;
  return {
    week,
    units: left * units,
    exposure: left * exposure,
    storefrontUnits: left * storefrontUnits,
    storefrontDays: left * storefrontDays,
    links: links.map((link) => ({ units: left * link.units, exposure: left * link.exposure })),
  };
}

/** After which nothing is left that a number shows. */
const weeksMax = 400;

/** The units of each day for one of the weight of all who sold. */
function unitsPerWeight({ units, traffic }: Week, rates: readonly number[], storefront: number): readonly number[] {
  return units.map((sold, day) => sold / (sum(traffic.map((of, i) => (rates[i] ?? 0) * (of[day] ?? 0))) + storefront));
}

/** What each link sold in the week, by the weight of its evidence. */
function seenUnits(weight: number, { traffic }: Week, rates: readonly number[], perWeight: readonly number[]) {
  return traffic.map(
    (of, i) => weight * ((rates[i] ?? 0) * sum(of.map((views, day) => views * (perWeight[day] ?? 0)))),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

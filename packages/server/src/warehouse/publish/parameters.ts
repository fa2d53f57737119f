import { dayOf, startOf } from '../day.ts';
import type { SqlParameters } from '../engine/engine.ts';
import type { DatasetVersion } from '../versions.ts';
import type { PublishPlan } from './plan.ts';
import type { PublishSettings } from './settings.ts';
import { openDays, rewriteDays, windows } from './spans.ts';
import { stateDatabase } from './state-database.ts';

/** Units it takes to believe a week as much as what is said of a view. */
const unitsBeforehand = 10;

const longestWindow = Math.max(...windows);

/** What every step is run with. */
export function stepParameters(plan: PublishPlan, building: DatasetVersion, settings: PublishSettings): SqlParameters {
  return {
    state: stateDatabase(building.lineage),
    version: building.version,
    base: plan.base?.version ?? 0,
    is_continued: plan.base === undefined ? 0 : 1,
    fallback: plan.fallback,
    as_of_day: plan.asOfDay,
    until: startOf(plan.asOfDay + 1),
    watermark: plan.base?.watermark ?? 0,
    unseen_from: startOf(plan.base === undefined ? 0 : dayOf(plan.base.asOf) + 1),
    settled_until: startOf(plan.asOfDay - openDays + 1),
    ...reach(plan, 0),
    reporting: settings.reportingCurrency ?? '',
    video_weight: settings.videoViewWeight,
    live_weight: settings.liveViewWeight,
    storefront_share: settings.storefrontShare,
    learned: settings.attribution === 'learned' ? 1 : 0,
    ...beforehand(settings),
    windows: windows.length,
    longest: longestWindow,
    window_of_age: windowOfAge(),
  };
}

/** Units and traffic as if seen beforehand, where it is said how much a view sells. */
function beforehand({ unitsPerView, storefrontShare }: PublishSettings): SqlParameters {
  if (unitsPerView === undefined) return { known_units: 0, known_exposure: 0 };
  return { known_units: unitsBeforehand, known_exposure: (unitsBeforehand * (1 - storefrontShare)) / unitsPerView };
}

/** How far back a step reads and rewrites: for what continues from its tails (0), or for what is rebuilt from its first day (1). */
export function reach(plan: PublishPlan, rebuild: 0 | 1): SqlParameters {
  const settledBefore = plan.base === undefined ? 0 : dayOf(plan.base.asOf) - openDays;
  const fromTheStart = rebuild === 1 || plan.base === undefined;
  return {
    rebuild,
    settled_before: settledBefore,
    rewrite_after: fromTheStart ? 0 : Math.max(0, settledBefore - rewriteDays),
    read_from: startOf(fromTheStart ? 0 : settledBefore + 1),
  };
}

/** For each age in days (0 is the as-of day) the place of the smallest window that holds it, from 1. */
function windowOfAge(): readonly number[] {
  return Array.from({ length: longestWindow }, (_, age) => windows.findIndex((days) => age < days) + 1);
}

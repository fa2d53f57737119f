import { examplesMax, type Suspicion } from '../../kernel/suspicion.ts';
import type { Engine, SqlParameters } from '../engine/engine.ts';
import { stepFile } from './steps.ts';

/** More entities with news are looked over in part: each is in it or not by its id. */
const entitiesMax = 100_000;
/** Days that are looked back on. */
const days = 35;
const fallsMin = 3;

/** A total that should only grow. */
interface Total {
  /** 0 product, 1 video, 2 live. */
  readonly kind: 0 | 1 | 2;
  readonly landing: string;
  readonly id: string;
  readonly total: string;
  readonly name: string;
}

const totals: readonly Total[] = [
  { kind: 0, landing: 'landing_product', id: 'product_id', total: 'total_sale_cnt', name: 'product.total_sale_cnt' },
  { kind: 1, landing: 'landing_video', id: 'video_id', total: 'total_views_cnt', name: 'video.total_views_cnt' },
  { kind: 2, landing: 'landing_live', id: 'live_id', total: 'total_views_cnt', name: 'live.total_views_cnt' },
];

interface Found {
  readonly all_steps: string;
  readonly all_falls: string;
  readonly falling: readonly string[];
  readonly followed: string;
  readonly rounded: string;
  readonly rounding: readonly string[];
  readonly entities: string;
  readonly zeroed: string;
  readonly zeroing: readonly string[];
}

/** What looks wrong about the totals that have news in a publish. */
export async function publishSuspicions(engine: Engine, parameters: SqlParameters): Promise<readonly Suspicion[]> {
  const [statement = ''] = stepFile('86_suspicions').statements;
  const touched = await touchedCounts(engine, parameters);
  const suspicions: Suspicion[] = [];
  for (const { name, ...total } of totals) {
    const one_in = Math.max(1, Math.ceil((touched.get(total.kind) ?? 0) / entitiesMax));
    const [found] = await engine.rows<Found>(statement, {
      ...parameters,
      ...total,
      days,
      one_in,
      examples: examplesMax,
    });
    if (found !== undefined) suspicions.push(...suspicionsOf(name, found));
  }
  return suspicions;
}

async function touchedCounts(engine: Engine, parameters: SqlParameters): Promise<ReadonlyMap<number, number>> {
  const rows = await engine.rows<{ kind: number; entities: string }>(
    `SELECT toUInt8(0) AS kind, count() AS entities FROM {state:Identifier}.touched_product
     UNION ALL SELECT kind, count() FROM {state:Identifier}.touched_source GROUP BY kind`,
    parameters,
  );
  return new Map(rows.map(({ kind, entities }) => [kind, Number(entities)]));
}

function suspicionsOf(field: string, found: Found): readonly Suspicion[] {
  const [steps, falls] = [Number(found.all_steps), Number(found.all_falls)];
  const [followed, rounded] = [Number(found.followed), Number(found.rounded)];
  const [entities, zeroed] = [Number(found.entities), Number(found.zeroed)];
  const suspicions: Suspicion[] = [];
  if (falls >= fallsMin && falls * 20 > steps)
    suspicions.push({
      sign: 'falling-total',
      field,
      count: falls,
      of: steps,
      message: `${falls} of ${steps} steps fall: a count of some days is no running total`,
      examples: found.falling,
    });
  if (rounded > 0 && rounded * 100 >= followed)
    suspicions.push({
      sign: 'rounded-total',
      field,
      count: rounded,
      of: followed,
      message: `${rounded} of ${followed} totals stay for days and jump by whole hundreds: send rounded_to beside rounded ones`,
      examples: found.rounding,
    });
  if (zeroed > 0)
    suspicions.push({
      sign: 'zero-and-back',
      field,
      count: zeroed,
      of: entities,
      message: `${zeroed} of ${entities} totals fell to 0 and came back: those days count as not observed`,
      examples: found.zeroing,
    });
  return suspicions;
}

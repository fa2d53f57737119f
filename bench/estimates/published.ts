import { Readable } from 'node:stream';
import { type SimulationOptions, simulate } from '@vitrine/simulator';
import { ingest } from '../../packages/server/src/ingest/ingest.ts';
import { systemClock } from '../../packages/server/src/kernel/clock.ts';
import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';
import { publish } from '../../packages/server/src/warehouse/publish/publish.ts';
import { stateDatabase } from '../../packages/server/src/warehouse/publish/state-database.ts';
import { openPipelineDirectory } from '../pipeline/pipeline-directory.ts';

/** A number of a day, counted from the first of the run. */
type OfDay = readonly [day: number, value: number];

/** A video or live that promotes a product. */
export interface PublishedLink {
  readonly product: string;
  readonly kind: 'video' | 'live';
  readonly source: string;
  /** Empty where it is not known. */
  readonly creator: string;
  /** Whether sales of its own were observed. */
  readonly hasOwn: boolean;
  /** Growth of its views or viewers. */
  readonly traffic: readonly OfDay[];
  /** What the served version attributes to it. */
  readonly units: readonly OfDay[];
}

/** What was observed and published: nothing of it knows the truth. */
export interface Published {
  readonly links: readonly PublishedLink[];
  readonly products: readonly { readonly product: string; readonly units: readonly OfDay[] }[];
}

/** Observes a simulated marketplace, publishes it, and reads what was published. */
export async function observeAndPublish(directory: string, simulation: SimulationOptions): Promise<Published> {
  const { engine, batches, publishing, close } = await openPipelineDirectory(directory);
  try {
    const dependencies = { engine, batches, clock: systemClock, dataDirectory: directory };
    const from = { stream: Readable.from(simulate(simulation)) };
    await ingest(dependencies, { source: 'simulation', from, format: 'ndjson' });
    await publish(publishing);
    return await readPublished(engine, simulation);
  } finally {
    await close();
  }
}

type Days = readonly (readonly [day: number, value: string | number])[];

interface LinkRow extends Omit<PublishedLink, 'hasOwn' | 'traffic' | 'units'> {
  readonly has_own: number;
  readonly traffic: Days;
  readonly units: Days;
}

export async function readPublished(engine: Engine, { days, endDate }: SimulationOptions): Promise<Published> {
  const parameters = { state: stateDatabase(1), first: endDate, days };
  const products = await engine.rows<{ product: string; units: Days }>(productsSql, parameters);
  const links = await engine.rows<LinkRow>(linksSql, parameters);
  return {
    products: products.map(({ product, units }) => ({ product, units: numbersOf(units) })),
    links: links.map(({ has_own, traffic, units, ...link }) => ({
      ...link,
      hasOwn: has_own === 1,
      traffic: numbersOf(traffic),
      units: numbersOf(units),
    })),
  };
}

function numbersOf(days: Days): readonly OfDay[] {
  return days.map(([day, value]) => [day, Number(value)] as const);
}

const dayNumber = (column: string) => `toInt32(${column} - toDate({first:String})) + {days:Int32} - 1`;

const productsSql = `
  SELECT toString(product_id) AS product, groupArray((number, units)) AS units
  FROM
  (
      SELECT product_id, ${dayNumber('day')} AS number, sum(units + known_units) AS units
      FROM {state:Identifier}.product_day GROUP BY product_id, day
  )
  GROUP BY product_id ORDER BY product_id`;

const linksSql = `
  WITH
      traffic AS
      (
          SELECT kind, source_id, groupArray((number, units)) AS days
          FROM
          (
              SELECT kind, source_id, ${dayNumber('day')} AS number, sum(grown) AS units
              FROM {state:Identifier}.source_day GROUP BY kind, source_id, day
          )
          GROUP BY kind, source_id
      ),
      attributed AS
      (
          SELECT product_id, kind, source_id, groupArray((number, units)) AS days
          FROM
          (
              SELECT product_id, kind, source_id, ${dayNumber('day')} AS number, toFloat64(sum(units)) / 1000 AS units
              FROM {state:Identifier}.attribution GROUP BY product_id, kind, source_id, day
          )
          GROUP BY product_id, kind, source_id
      ),
      own AS (SELECT DISTINCT product_id, kind, source_id, 1 AS has_own FROM {state:Identifier}.stated_day),
      made_by AS
      (
          SELECT DISTINCT 1 AS kind, video_id AS source_id, user_id FROM serving_product_videos
          UNION ALL SELECT DISTINCT 2, room_id, user_id FROM serving_product_livestreams
      )
  SELECT toString(link.product_id) AS product, if(link.kind = 1, 'video', 'live') AS kind, toString(link.source_id) AS source,
      if(made_by.user_id = 0, '', toString(made_by.user_id)) AS creator, toUInt8(own.has_own) AS has_own,
      traffic.days AS traffic, attributed.days AS units
  FROM {state:Identifier}.link AS link
  LEFT JOIN traffic ON traffic.kind = link.kind AND traffic.source_id = link.source_id
  LEFT JOIN attributed ON attributed.product_id = link.product_id AND attributed.kind = link.kind AND attributed.source_id = link.source_id
  LEFT JOIN own ON own.product_id = link.product_id AND own.kind = link.kind AND own.source_id = link.source_id
  LEFT JOIN made_by ON made_by.kind = link.kind AND made_by.source_id = link.source_id
  ORDER BY link.product_id, link.kind, link.source_id`;

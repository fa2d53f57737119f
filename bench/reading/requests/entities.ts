import type { ListEndpoint } from '../../../packages/server/src/catalogue/endpoint.ts';
import type { Engine } from '../../../packages/server/src/warehouse/engine/engine.ts';
import { measuredLists } from '../measured-lists.ts';

/** A product, creator, shop or video that a request can be about. */
export interface Entity {
  readonly id: string;
  readonly region: string;
  /** Its title, display name or caption. */
  readonly name: string;
  /** Its own handle or that of its creator; empty where there is none. */
  readonly handle: string;
}

/** Those of a list, each as likely as any other. */
export interface EntitySample {
  readonly list: ListEndpoint;
  readonly entities: readonly Entity[];
}

/** By list, where the name and the handle of a row are. */
const names: Readonly<Record<string, { readonly name: string; readonly handle: string }>> = {
  'product-list': { name: 'product_name', handle: "''" },
  'influencer-list': { name: 'nick_name', handle: 'unique_id' },
  'shop-list': { name: 'seller_name', handle: "''" },
  'video-list': { name: 'video_desc', handle: 'unique_id' },
};

const entitiesMax = 4_000;

/** Draws from a version's lists of a market, by hashes of the ids. */
export async function drawEntities(engine: Engine, version: number): Promise<readonly EntitySample[]> {
  const samples: EntitySample[] = [];
  for (const list of measuredLists) {
    const named = names[list.id];
    if (named === undefined) continue;
    const sql = `SELECT toString(${list.rowId}) AS id, toString(region) AS region, ${named.name} AS name, ${named.handle} AS handle
      FROM ${list.table} WHERE version = {version:UInt32}
      ORDER BY cityHash64(${list.rowId}, 'entity') LIMIT ${entitiesMax}`;
    samples.push({ list, entities: await engine.rows<Entity>(sql, { version }) });
  }
  return samples;
}

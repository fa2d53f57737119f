import type { Engine } from '../warehouse/engine/engine.ts';
import { imageName } from './image-name.ts';
import { pageSecondsMax } from './page-sql.ts';

/**
 * Which of the addresses are of images that served rows show. Versions that are kept count alike, so that an address
 * holds on for a while after a publish that no longer shows it.
 */
export async function observedImages(
  engine: Pick<Engine, 'rows'>,
  addresses: readonly string[],
): Promise<ReadonlySet<string>> {
  const byName = new Map(addresses.map((address) => [imageName(address), address]));
  const rows = await engine.rows<{ found: string }>(statement, { names: [...byName.keys()] });
  return new Set(rows.flatMap(({ found }) => byName.get(found) ?? []));
}

const statement = `
  SELECT DISTINCT lower(hex(name)) AS found
  FROM serving_image
  WHERE name IN (SELECT toFixedString(unhex(arrayJoin({names:Array(String)})), 16))
  SETTINGS max_execution_time = ${pageSecondsMax}`;

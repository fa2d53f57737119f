import { readConfig } from '../../packages/server/src/config.ts';
import { mirrorOnce } from '../../packages/server/src/mirror/mirror-once.ts';
import { inputOf } from '../../packages/server/src/mirror/taking-in.ts';
import { systemPlatform } from '../../packages/server/src/mirror/upstream/platform.ts';
import { readWatchList } from '../../packages/server/src/mirror/watch-list.ts';
import { openVitrine } from '../../packages/server/src/start/vitrine.ts';

/**
 * Runs a mirror, and is killed by itself at the n-th of its moments: before and after each call, before and after each
 * ingest. Prints its report when it was not.
 */
const [directory = '', url = '', key = '', watch = '', moment = ''] = process.argv.slice(2);
const vitrine = await openVitrine(readConfig({}, { VITRINE_DATA_DIR: directory, LOG_LEVEL: 'silent' }));
let moments = 0;

/** A kill reaches a process as soon as it waits. */
async function mayBeKilled(): Promise<void> {
  moments += 1;
  if (moments !== Number(moment)) return;
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => {});
}

const fetchKilled: typeof fetch = async (...call) => {
  await mayBeKilled();
  const { status, headers, ...response } = await read(await fetch(...call));
  await mayBeKilled();
  return new Response(response.body, { status, headers });
};

async function read(response: Response) {
  return { status: response.status, headers: response.headers, body: await response.text() };
}

const report = await mirrorOnce({
  directory: vitrine.paths.mirror,
  settings: { address: { url, key }, watched: readWatchList(watch, 'watch'), budget: 100 },
  platform: { ...systemPlatform, fetch: fetchKilled, now: () => Date.parse('2026-09-01T06:00:00Z') },
  async door(day) {
    await mayBeKilled();
    const summary = await vitrine.ingest(inputOf(day));
    await mayBeKilled();
    return summary;
  },
});
const products = await vitrine.engine.rows(
  'SELECT toString(product_id) AS product_id, max(total_sale_cnt) AS units FROM landing_product GROUP BY product_id ORDER BY 1',
);
process.stdout.write(JSON.stringify({ report, products, moments }));
await vitrine.close();

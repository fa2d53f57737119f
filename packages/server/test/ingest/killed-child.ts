import { ingest } from '../../src/ingest/ingest.ts';
import { openIngestFixture } from './ingest-fixture.ts';

/**
 * Takes in a file, and is killed by itself upon the n-th block it has read, with a chunk on its way into the engine.
 */
const [directory = '', path = '', blocksMax = ''] = process.argv.slice(2);
const fixture = await openIngestFixture(directory);
let blocks = 0;
const input = { source: 'killed', from: { path } };
await ingest({ ...fixture.dependencies, chunkLimits: { rowsMax: 200, bytesMax: 1e6 } }, input, () => {
  blocks += 1;
  if (blocks === Number(blocksMax)) process.kill(process.pid, 'SIGKILL');
});

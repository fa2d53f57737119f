import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPublishFixture } from './publish-fixture.ts';
import { servedRows } from './served.ts';

/**
 * Writes down what is served, then publishes and is killed by itself in the n-th step, while the engine is at work on its
 * first statement that writes.
 */
const [directory = '', step = ''] = process.argv.slice(2);
const fixture = await openPublishFixture(directory);
const served = await fixture.versions.current();
const rows = served === undefined ? {} : await servedRows(fixture.engine, served.version);
writeFileSync(join(directory, 'served.json'), JSON.stringify({ version: served?.version ?? 0, rows }));
let begun = 0;
await fixture.publish({
  onStep() {
    begun += 1;
  },
  async beforeCommand() {
    if (begun >= Number(step)) setImmediate(() => process.kill(process.pid, 'SIGKILL'));
  },
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPublishFixture } from './publish-fixture.ts';
import { servedRows } from './served.ts';

/**
 * Writes down what is served, then publishes and is killed by itself while the n-th step runs (a turn of the event loop
 * after it began, so that the engine is at work).
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
    if (begun === Number(step)) setImmediate(() => process.kill(process.pid, 'SIGKILL'));
  },
});

import { join } from 'node:path';
import type { UsageSink } from '../../../src/access/usage/usage-sink.ts';
import { openChdb } from '../../../src/warehouse/engine/chdb/chdb.ts';
import { applySchema } from '../../../src/warehouse/schema.ts';
import { record, sinkOf, testRecorder } from './recorders.ts';

/** A line to the engine that is cut three times; at the fourth batch it kills the process. */
function deadly(sink: UsageSink, moment: string): UsageSink {
  let calls = 0;
  return {
    async store(id, ndjson) {
      calls += 1;
      if (calls <= 3) throw new Error('away');
      if (moment === 'after it is stored') await sink.store(id, ndjson);
      process.kill(process.pid, 'SIGKILL');
      return 'stored';
    },
  };
}

/** Records four requests, flushes each, and dies of the fourth. */
async function recordUntilKilled(directory: string, moment: string): Promise<void> {
  const engine = await openChdb({ directory: join(directory, 'warehouse'), sessions: 1 });
  await applySchema(engine);
  const { recorder } = await testRecorder(join(directory, 'spool'), deadly(sinkOf(engine), moment));
  for (let number = 1; number <= 4; number++) {
    recorder.record(record({ bytes: number }));
    await recorder.flush();
  }
}

const [directory = '', moment = ''] = process.argv.slice(2);
void recordUntilKilled(directory, moment);

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UsageSink } from '../../../src/access/usage/usage-sink.ts';
import { type TemporaryEngine, temporaryEngine } from '../../serving/temporary-engine.ts';
import { record, recorderInto, sinkOf, testRecorder } from './recorders.ts';

let place: TemporaryEngine;
let directory: string;
beforeAll(async () => {
  place = await temporaryEngine();
});
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'vitrine-usage-'));
});
afterEach(async () => {
  rmSync(directory, { recursive: true, force: true });
  for (const table of ['usage_record', 'usage_total']) await place.engine.command(`TRUNCATE TABLE ${table}`);
});
afterAll(() => place.remove());

/** The numbers records were told apart by, in the order of time. */
async function stored(): Promise<readonly number[]> {
  const rows = await place.engine.rows<{ bytes: string }>('SELECT bytes FROM usage_record ORDER BY bytes');
  return rows.map(({ bytes }) => Number(bytes));
}

/** Requests in the totals of each grain. */
async function counted(): Promise<readonly number[]> {
  const sql = 'SELECT sum(requests) AS requests FROM usage_total GROUP BY grain ORDER BY grain';
  return (await place.engine.rows<{ requests: string }>(sql)).map(({ requests }) => Number(requests));
}

function waiting(): readonly string[] {
  return readdirSync(directory).filter((name) => name.endsWith('.ndjson'));
}

type Mood = 'well' | 'away' | 'forgetful';

/** The real engine behind a line that can be cut before it hears, or before it is heard. */
function moodySink(): UsageSink & { mood: Mood } {
  const sink = sinkOf(place.engine);
  return {
    mood: 'well',
    async store(id, ndjson) {
      if (this.mood === 'away') throw new Error('no route to the engine');
      const outcome = await sink.store(id, ndjson);
      if (this.mood === 'forgetful') throw new Error('connection reset');
      return outcome;
    },
  };
}

describe('an engine that is away', () => {
  it('loses nothing and holds up nobody; what waited is stored once it is back, and the operator hears of both', async () => {
    const sink = moodySink();
    const { recorder, heard } = await testRecorder(directory, sink);
    sink.mood = 'away';
    for (const bytes of [1, 2, 3]) {
      recorder.record(record({ bytes }));
      await recorder.flush();
    }
    expect(waiting()).toHaveLength(3);
    expect(recorder.spoolBytes).toBeGreaterThan(0);
    sink.mood = 'well';
    recorder.record(record({ bytes: 4 }));
    await recorder.flush();
    await recorder.close();
    expect(await stored()).toEqual([1, 2, 3, 4]);
    expect(await counted()).toEqual([4, 4]);
    expect({ waiting: waiting(), lost: recorder.lostRecords }).toEqual({ waiting: [], lost: 0 });
    expect(heard).toEqual(['away: no route to the engine', 'back']);
  });

  it('gets what waited in the order it came', async () => {
    const order: number[] = [];
    const failing: UsageSink = { store: () => Promise.reject(new Error('away')) };
    const before = (await testRecorder(directory, failing)).recorder;
    for (let bytes = 1; bytes <= 12; bytes++) {
      before.record(record({ bytes }));
      await before.flush();
    }
    await before.close();
    const noting: UsageSink = {
      async store(_id, ndjson) {
        order.push(JSON.parse(ndjson.toString()).bytes);
        return 'stored';
      },
    };
    const after = (await testRecorder(directory, noting)).recorder;
    await after.flush();
    await after.close();
    expect(order).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('counts a batch once whose storing was never confirmed', async () => {
    const sink = moodySink();
    const { recorder } = await testRecorder(directory, sink);
    sink.mood = 'forgetful';
    recorder.record(record({ bytes: 1 }));
    await recorder.flush();
    await recorder.flush();
    expect(waiting()).toHaveLength(1);
    sink.mood = 'well';
    await recorder.flush();
    await recorder.close();
    expect(await stored()).toEqual([1]);
    expect(await counted()).toEqual([1, 1]);
  });

  it('counts a batch once that reached the table but not the totals', async () => {
    const recorder = await recorderInto(place.engine, directory);
    await place.engine.command(`ALTER TABLE usage_total ADD CONSTRAINT none CHECK key_id = 'nobody'`);
    recorder.record(record({ bytes: 1 }));
    await recorder.flush();
    await place.engine.command('ALTER TABLE usage_total DROP CONSTRAINT none');
    await recorder.flush();
    await recorder.close();
    expect(await stored()).toEqual([1]);
    expect(await counted()).toEqual([1, 1]);
  });

  it('counts alike batches as often as they came', async () => {
    const recorder = await recorderInto(place.engine, directory);
    for (let i = 0; i < 3; i++) {
      recorder.record(record({ bytes: 1 }));
      await recorder.flush();
    }
    await recorder.close();
    expect(await stored()).toEqual([1, 1, 1]);
    expect(await counted()).toEqual([3, 3]);
  });
});

describe('a stop', () => {
  it('stores what was recorded up to it', async () => {
    const recorder = await recorderInto(place.engine, directory);
    for (let bytes = 1; bytes <= 5; bytes++) recorder.record(record({ bytes }));
    await recorder.close();
    expect(await stored()).toEqual([1, 2, 3, 4, 5]);
    expect(waiting()).toEqual([]);
  });

  it('keeps it for the next start where the engine is away', async () => {
    const sink = moodySink();
    const { recorder } = await testRecorder(directory, sink);
    sink.mood = 'away';
    recorder.record(record({ bytes: 1 }));
    await recorder.close();
    expect(await stored()).toEqual([]);
    const next = await recorderInto(place.engine, directory);
    await next.flush();
    await next.close();
    expect(await stored()).toEqual([1]);
  });
});

describe('many records', () => {
  it('are written down without waiting for the second to end', async () => {
    const recorder = await recorderInto(place.engine, directory);
    const records = 25_000;
    for (let i = 0; i < records; i++) recorder.record(record());
    await recorder.close();
    expect(await counted()).toEqual([records, records]);
  });
});

describe('what cannot be kept is counted and said, and what comes after is kept', () => {
  it('for want of room in the spool', async () => {
    const sink = moodySink();
    const { recorder, heard } = await testRecorder(directory, sink, 1_000);
    sink.mood = 'away';
    for (let batch = 0; batch < 20; batch++) {
      recorder.record(record({ bytes: batch }));
      await recorder.flush();
    }
    const kept = waiting().length;
    expect(recorder.lostRecords).toBe(20 - kept);
    expect(recorder.spoolBytes).toBeLessThanOrEqual(1_000);
    expect(heard).toEqual(['away: no route to the engine', 'loss: the spool is full']);
    sink.mood = 'well';
    await recorder.flush();
    recorder.record(record({ bytes: 100 }));
    await recorder.close();
    expect(await stored()).toEqual([...Array.from({ length: kept }, (_, batch) => batch), 100]);
  });

  it('where the engine cannot read it: it is set aside and holds up nothing', async () => {
    mkdirSync(directory, { recursive: true });
    const spoilt = '1700000000000-000000-7-00000000';
    writeFileSync(join(directory, `${spoilt}.ndjson`), '{"at": "no time", "status"\n');
    const { recorder, heard } = await testRecorder(directory, sinkOf(place.engine));
    recorder.record(record({ bytes: 1 }));
    await recorder.close();
    expect(recorder.lostRecords).toBe(7);
    expect(heard).toEqual([expect.stringContaining(spoilt)]);
    expect(existsSync(join(directory, `${spoilt}.refused`))).toBe(true);
    expect(await stored()).toEqual([1]);
  });
});

describe('a spool that cannot be written', () => {
  it('is passed by: the engine gets the records at once', async () => {
    const recorder = await recorderInto(place.engine, directory);
    rmSync(directory, { recursive: true });
    recorder.record(record({ bytes: 1 }));
    await recorder.close();
    expect(await stored()).toEqual([1]);
    expect(recorder.lostRecords).toBe(0);
  });

  it('and an engine that is away lose records, counted and said', async () => {
    const sink = moodySink();
    const { recorder, heard } = await testRecorder(directory, sink);
    sink.mood = 'away';
    rmSync(directory, { recursive: true });
    recorder.record(record());
    recorder.record(record());
    await recorder.close();
    expect(recorder.lostRecords).toBe(2);
    expect(heard).toEqual([expect.stringContaining('loss: the spool cannot be written: ENOENT')]);
  });
});

describe('a file that was not finished when its process died', () => {
  it('is cleared away', async () => {
    writeFileSync(join(directory, '1700000000000-000000-1-00000000.draft'), '{"at"');
    const recorder = await recorderInto(place.engine, directory);
    await recorder.flush();
    await recorder.close();
    expect(readdirSync(directory)).toEqual([]);
  });
});

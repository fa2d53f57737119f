import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openChdb } from '../../../src/warehouse/engine/chdb/chdb.ts';
import { recorderInto } from './recorders.ts';

const program = fileURLToPath(new URL('recording-process.ts', import.meta.url));

describe('a process that is killed while the spool holds records', () => {
  it.each(['before it is stored', 'after it is stored'])(
    'leaves them to the next start, which counts each once: killed with a batch, %s',
    async (moment) => {
      const directory = mkdtempSync(join(tmpdir(), 'vitrine-killed-'));
      expect(await signalThatEnded(directory, moment)).toBe('SIGKILL');
      const engine = await openChdb({ directory: join(directory, 'warehouse'), sessions: 1 });
      const recorder = await recorderInto(engine, join(directory, 'spool'));
      await recorder.flush();
      await recorder.close();
      const rows = await engine.rows<{ bytes: string }>('SELECT bytes FROM usage_record ORDER BY bytes');
      const sums = await engine.rows<{ n: string }>('SELECT sum(requests) AS n FROM usage_total GROUP BY grain');
      await engine.close();
      const left = readdirSync(join(directory, 'spool'));
      rmSync(directory, { recursive: true });
      expect(rows.map(({ bytes }) => Number(bytes))).toEqual([1, 2, 3, 4]);
      expect(sums.map(({ n }) => Number(n))).toEqual([4, 4]);
      expect(left).toEqual([]);
    },
  );
});

async function signalThatEnded(directory: string, moment: string): Promise<unknown> {
  const args = ['--conditions=source', '--import', 'tsx', program, directory, moment];
  const [, signal] = await once(spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] }), 'close');
  return signal;
}

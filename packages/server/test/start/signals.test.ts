import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const child = fileURLToPath(new URL('./stopping-process.ts', import.meta.url));

async function stuck(patienceMs: number) {
  const running = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', child, String(patienceMs)]);
  const ended = once(running, 'close');
  await once(running.stdout, 'data');
  return { running, ended };
}

describe('a server that cannot finish what it does', () => {
  it('ends all the same when patience runs out, with status 1', async () => {
    const { running, ended } = await stuck(50);
    running.kill('SIGTERM');
    expect(await ended).toEqual([1, null]);
  });

  it('ends at once at a second signal', async () => {
    const { running, ended } = await stuck(600_000);
    running.kill('SIGINT');
    running.kill('SIGTERM');
    expect(await ended).toEqual([1, null]);
  });
});

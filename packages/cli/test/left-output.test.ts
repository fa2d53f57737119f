import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { program } from './vitrine.ts';

/** Runs a command whose reader leaves after the first bytes. */
async function leftAlone(words: readonly string[]) {
  const child = spawn(process.execPath, [program, ...words], { env: { PATH: process.env['PATH'] ?? '' } });
  child.stdin.end();
  child.stdout.once('data', () => child.stdout.destroy());
  const [stderr, [status, signal]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { status, signal, stderr };
}

it.each([
  ['a stream of records', ['simulate', '--products', '2000', '--days', '30']],
  ['a document', ['sources', '--json']],
])('%s whose reader leaves, as head does, ends quietly', async (_what, words) => {
  expect(await leftAlone(words)).toEqual({ status: 0, signal: null, stderr: '' });
});

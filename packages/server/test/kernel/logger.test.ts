import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../src/kernel/logger.ts';

const program = fileURLToPath(new URL('logging-process.ts', import.meta.url));

describe('the log', () => {
  it.each(['return', 'exit', 'throw'])('has every line of a process that ends with %s', async (ending) => {
    const log = await logOf(1_000, ending);
    const logged = log.split('\n').filter((line) => line.includes('"logged"'));
    expect(logged.map((line) => JSON.parse(line).line)).toEqual(Array.from({ length: 1_000 }, (_, line) => line));
  });

  it('hides keys and tokens wherever headers are logged', () => {
    const lines: string[] = [];
    const logger = createLogger({ destination: { write: (line) => lines.push(line) } });
    const headers = { authorization: 'Bearer secret', accept: '*/*' };
    logger.info({ authorization: 'Bearer secret' });
    logger.info({ headers });
    for (const name of ['req', 'request', 'res', 'reply', 'config']) logger.info({ [name]: { headers } });
    logger.error({ err: Object.assign(new Error('refused'), { headers }) });
    expect(lines).toHaveLength(8);
    for (const line of lines) expect(line).toContain('[hidden]');
    for (const line of lines) expect(line).not.toContain('secret');
  });
});

/** What a process that logs so many lines has written on its standard error, a pipe, by its end. */
function logOf(lines: number, ending: string): Promise<string> {
  const words = ['--conditions=source', '--import', 'tsx', program, String(lines), ending];
  return new Promise((resolve) => {
    execFile(process.execPath, words, (_error, _stdout, stderr) => resolve(stderr));
  });
}

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { spreadOf } from '../../bench/console/figures.ts';
import { browserMissing } from '../docs/browser.ts';

const main = fileURLToPath(new URL('../../bench/console/main.ts', import.meta.url));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the benchmark to its end. */
async function benchConsole(...words: readonly string[]): Promise<Ended> {
  const run = ['--conditions=source', '--import', 'tsx', main, ...words];
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, run)) };
  } catch (failed) {
    return failed as Ended;
  }
}

describe.skipIf(browserMissing !== undefined)('the benchmark of the console', () => {
  it('prints what it measured on which machine, and the aims that are missed', async () => {
    const { code, stdout, stderr } = await benchConsole('--products', '600', '--times', '2');
    expect([0, 1], stderr).toContain(code);
    expect(stdout).toMatch(
      /^600 products\n\d+ processors, \d+ GiB, Node v[\d.]+, Chromium [\d.]+, load average [\d.]+\n/,
    );
    const lines = stdout.split('\n').filter((line) => line.startsWith('| '));
    for (const what of [
      'filter to rows',
      'last key of words to rows',
      'sort to rows',
      'click to the page of a product',
      'frames while scrolling',
      'rows after scrolling rests',
      'rows after a jump',
      'first load to rows',
    ]) {
      const [, , times, ...figures] = lines.find((line) => line.startsWith(`| ${what} |`))?.split(' | ') ?? [];
      expect([what, Number(times)]).toEqual([what, expect.any(Number)]);
      for (const figure of figures.slice(0, 2)) expect(Number(figure), what).toBeGreaterThan(0);
    }
    expect(stdout).toMatch(/scripts of the first load: \d+, \d+ KiB sent/);
    expect(stdout).toMatch(code === 0 ? /all aims are met/ : /aims that are missed: /);
  });

  it('says what it expected of a wrong option', async () => {
    const { code, stderr } = await benchConsole('--products', 'many');
    expect([code, stderr]).toEqual([2, expect.stringContaining('--products: expected a number above 0')]);
  });
});

it('a spread has the value that half, 95 in a hundred and all of the values do not exceed', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(spreadOf(values)).toEqual({ count: 100, p50: 50, p95: 95, max: 100 });
});

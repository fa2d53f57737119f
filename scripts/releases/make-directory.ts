import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from './program.ts';
import { type RecordedResponses, recordedResponses } from './recorded-responses.ts';

const world = ['--products', '12', '--days', '20', '--seed', '3', '--end-date', '2026-11-20'];
const credits = '5000';
/** Of the admin key: the tests of all later releases use it. */
const lastDay = '2100-01-01';

/**
 * Makes a data directory with two versions of one lineage, a withdrawn batch, a key and an admin key, and beside it what
 * is in it (`observations.ndjson`), what was withdrawn (`withdrawn.ndjson`) and what was served (`responses.json`).
 */
export async function makeDirectory(program: Program, home: string): Promise<void> {
  const data = join(home, 'data');
  const run = (...words: readonly string[]) => program.run([...words, '--data', data]);
  const made = (...words: readonly string[]): Made => JSON.parse(run(...words, '--json'));
  const taken = (name: string, lines: readonly string[]) => {
    writeFileSync(join(home, name), `${lines.join('\n')}\n`);
    run('ingest', join(home, name), '--strict');
  };
  const observations = program
    .run(['simulate', ...world])
    .trimEnd()
    .split('\n');
  const [before, after] = halves(observations);
  taken('observations.ndjson', before);
  run('publish');
  const { key } = made('keys', 'create', '--name', 'kept', '--credits', credits, '--qps', '1000');
  const { key: adminKey } = made('admin-keys', 'create', '--name', 'kept', '--scope', 'publish', '--expires', lastDay);
  const first = await servedByCopy(program, data, key);
  taken('observations.ndjson', after);
  run('publish');
  taken('withdrawn.ndjson', misread(observations));
  run('batches', 'withdraw', '3', '--reason', 'misread');
  const served = await program.serving(data, (url) => recordedResponses(url, key, { everyOrder: true }));
  writeFileSync(join(home, 'observations.ndjson'), `${observations.join('\n')}\n`);
  const recorded: ServedByRelease = { key, adminKey, ...served, firstResponses: first.responses };
  writeFileSync(join(home, 'responses.json'), JSON.stringify(recorded));
}

/** What is kept in `responses.json`. */
export interface ServedByRelease extends RecordedResponses {
  readonly key: string;
  /** It may publish and roll back. */
  readonly adminKey: string;
  /** What was served before the second publish. */
  readonly firstResponses: RecordedResponses['responses'];
}

/** What serving leaves behind is left in a copy, so that the archive stays small. */
async function servedByCopy(program: Program, data: string, key: string): Promise<RecordedResponses> {
  const copy = mkdtempSync(join(tmpdir(), 'vitrine-copy-'));
  try {
    cpSync(data, copy, { recursive: true, verbatimSymlinks: true });
    return await program.serving(copy, (url) => recordedResponses(url, key, { everyOrder: false }));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

interface Made {
  readonly key: string;
}

interface Observed {
  readonly kind: string;
  readonly observed_at?: string;
  readonly total_sale_cnt?: number;
}

/** What was observed up to the middle of the time, and after it. Exchange rates have no moment. */
function halves(lines: readonly string[]): readonly [before: readonly string[], after: readonly string[]] {
  const moments = lines.map((line) => momentOf(line)).sort();
  const middle = moments[Math.floor(moments.length / 2)] ?? '';
  return [lines.filter((line) => momentOf(line) < middle), lines.filter((line) => momentOf(line) >= middle)];
}

function momentOf(line: string): string {
  const { observed_at = '' }: Observed = JSON.parse(line);
  return observed_at;
}

/** Products of the last day, each a second after it was observed, with sales that it did not have. */
function misread(lines: readonly string[]): readonly string[] {
  const day = lines.map(momentOf).sort().at(-1)?.slice(0, 10) ?? '';
  const products = lines.map((line): Observed => JSON.parse(line)).filter(({ kind }) => kind === 'product');
  return products
    .filter(({ observed_at = '' }) => observed_at.startsWith(day))
    .map(({ total_sale_cnt = 0, observed_at = '', ...rest }) => ({
      ...rest,
      total_sale_cnt: total_sale_cnt + 100,
      observed_at: new Date(Date.parse(observed_at) + 1_000).toISOString(),
    }))
    .map((product) => JSON.stringify(product));
}

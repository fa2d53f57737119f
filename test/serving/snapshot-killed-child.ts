import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import { openChdb } from '../../packages/server/src/warehouse/engine/chdb/chdb.ts';
import { snapshotFixtureOn } from './snapshot-fixture.ts';

/** Builds the snapshot of version 2 and is killed by itself on the way, once it has come to the moment named. */
const [warehouse = '', directory = '', moment = ''] = process.argv.slice(2);
const engine = await openChdb({ directory: warehouse });
const fixture = snapshotFixtureOn(engine, () => engine.close());
const draft = join(directory, 'v2.building');
const die = () => process.kill(process.pid, 'SIGKILL');

/** Blocks this thread only: the one that indexes goes on. */
function untilThere(file: string): void {
  while (!existsSync(join(draft, file)));
}

/** Between the last index and the manifest, or just after, there is no telling from outside. */
function dieWhenIndexed(file: string): void {
  if (existsSync(join(draft, file)) || existsSync(join(directory, 'v2'))) die();
  else setImmediate(dieWhenIndexed, file);
}

const [first = '', second = ''] = lists.map(({ id }) => id);
const last = lists.at(-1)?.id ?? '';
const { reader } = fixture.watched({
  directory,
  writeFile: async (write, path, ...rest) => {
    if (moment === 'rows of the first list' && path.endsWith(`${first}.rows`)) setImmediate(die);
    if (moment === 'rows of the last list' && path.endsWith(`${last}.rows`)) setImmediate(die);
    await write(path, ...rest);
    if (moment === 'index' && path.endsWith(`${second}.rows`)) {
      untilThere(`${first}.index`);
      die();
    }
    if (moment === 'manifest' && path.endsWith(`${last}.rows`)) dieWhenIndexed(`${last}.keys`);
  },
});
await reader.prepare(2);

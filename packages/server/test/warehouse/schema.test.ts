import { readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineWith } from '../../../../test/publish/engine-with.ts';
import { openChdb } from '../../src/warehouse/engine/chdb/chdb.ts';
import type { Engine } from '../../src/warehouse/engine/engine.ts';
import { applySchema } from '../../src/warehouse/schema.ts';
import { type TemporaryEngine, temporaryEngine } from '../serving/temporary-engine.ts';

let place: TemporaryEngine;
beforeAll(async () => {
  place = await temporaryEngine();
});
afterAll(() => place.remove());

/** Applies the schema. @returns the statements it took */
async function applied(failAt = Number.POSITIVE_INFINITY): Promise<readonly string[]> {
  const statements: string[] = [];
  const engine = engineWith(place.engine, {
    async command(sql) {
      if (statements.push(sql) === failAt) throw new Error('cut short');
      await place.engine.command(sql);
    },
  });
  await applySchema(engine).catch((error: Error) => expect(error.message).toBe('cut short'));
  return statements;
}

describe('the schema', () => {
  it('is not made again where it was made before', async () => {
    expect(await applied()).toEqual([]);
  });

  it.each([
    'DROP TABLE serving_image',
    'CREATE OR REPLACE FUNCTION vitrineGrowth AS (a, b, c) -> [42]',
    "CREATE OR REPLACE FUNCTION vitrineSchema AS () -> 'another'",
  ])('is made again after %s', async (change) => {
    await place.engine.command(change);
    expect((await applied()).at(-1)).toContain('FUNCTION vitrineSchema');
    expect(await applied()).toEqual([]);
  });

  it('is nobody’s when it is cut short, and made again until all of it is', async () => {
    await place.engine.command('DROP TABLE serving_image');
    expect(await applied(3)).toHaveLength(3);
    expect(await place.engine.rows('SELECT vitrineSchema() AS made')).toEqual([{ made: 'cut short' }]);
    expect((await applied()).at(-1)).toContain('FUNCTION vitrineSchema');
    expect(await place.engine.rows('SELECT * FROM serving_image')).toEqual([]);
    expect(await applied()).toEqual([]);
  });
});

describe('functions the engine did not load, though it has their files', () => {
  const functions = (engine: Engine) =>
    engine.rows<{ name: string; create_query: string }>(
      "SELECT name, create_query FROM system.functions WHERE origin = 'SQLUserDefined' ORDER BY name",
    );

  it.each([
    ['none', () => true],
    ['all but the print of the schema', (file: string) => file.includes('vitrineSchema')],
    ['the print of the schema and half of the others', (_file: string, index: number) => index % 2 === 0],
  ] as const)('are made again by a start: loaded were %s', async (_name, isLost) => {
    await applied();
    const whole = await functions(place.engine);
    expect(whole.length).toBeGreaterThan(20);
    await reopened((file, index) => isLost(file, index));
    expect((await functions(place.engine)).length).toBeLessThan(whole.length);
    await applySchema(place.engine);
    expect(await functions(place.engine)).toEqual(whole);
    expect(await applied()).toEqual([]);
    await reopened(() => false);
    expect(await functions(place.engine)).toEqual(whole);
  });
});

/** Starts the engine anew, having emptied files of functions: it passes over what it cannot read. */
async function reopened(isLost: (file: string, index: number) => boolean): Promise<void> {
  const { location: directory } = place.engine;
  await place.engine.close();
  const folder = join(directory, 'user_defined');
  for (const [index, file] of readdirSync(folder).sort().entries())
    if (isLost(file, index)) truncateSync(join(folder, file));
  const engine = await openChdb({ directory, sessions: 1 });
  place = {
    ...place,
    engine,
    remove: async () => {
      await engine.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

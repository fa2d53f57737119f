import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineWith } from '../../../../test/publish/engine-with.ts';
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
    await expect(place.engine.rows('SELECT vitrineSchema()')).rejects.toThrow('vitrineSchema');
    expect((await applied()).at(-1)).toContain('FUNCTION vitrineSchema');
    expect(await place.engine.rows('SELECT * FROM serving_image')).toEqual([]);
    expect(await applied()).toEqual([]);
  });
});

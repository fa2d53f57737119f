import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Observation } from '../oracle/observation.ts';
import { openPublishFixture, type PublishFixture, type PublishOptions } from './publish-fixture.ts';
import { servedRows } from './served.ts';

const firstDay = '2026-08-30';
const lastDay = '2026-08-31';
const product = (day: string, product_id: string): Observation => {
  return { kind: 'product', product_id, region: 'US', observed_at: `${day}T12:00:00Z`, total_sale_cnt: 5 };
};
/** A video of each product, and a product that is there from the first day. */
const observations: readonly Observation[] = [
  product(firstDay, '1'),
  ...['1', '2', '3', '4', '5'].flatMap((id): Observation[] => [
    product(lastDay, id),
    {
      kind: 'video',
      video_id: `7${id}`,
      user_id: '3',
      observed_at: `${lastDay}T12:00:00Z`,
      total_views_cnt: 9,
      products: [{ product_id: id }],
    },
  ]),
];

let fixture: PublishFixture;
let served: number;
beforeAll(async () => {
  fixture = await openPublishFixture();
  await fixture.take(observations);
  served = (await fixture.publish()).version;
});
afterAll(() => fixture.remove());

async function refusal(options: PublishOptions): Promise<string> {
  const before = await servedRows(fixture.engine, served);
  const thrown: unknown = await fixture.publish(options).catch((error: unknown) => error);
  expect((await fixture.versions.current())?.version).toBe(served);
  expect(await servedRows(fixture.engine, served)).toEqual(before);
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : `published ${JSON.stringify(thrown)}`;
}

describe('a publish is refused, and the served version stays,', () => {
  it.each(['2020-01-01', '2026-09-01', '2027-08-31'])('as of %s, outside the observed days', async (asOf) => {
    const said = await refusal({ asOf });
    expect(said).toContain(`PublishRefused: as-of: ${asOf} is outside the observed days, ${firstDay} to 2026-08-31: `);
    expect(said).toContain('--force');
  });

  it.each(['0001-01-01', '1999-12-31', '2100-01-01', '9999-12-31'])('as of %s even with force', async (asOf) => {
    const expected = `as-of: expected a day from 2000-01-01 to 2099-12-31, got ${asOf}`;
    expect(await refusal({ asOf, force: true })).toBe(`PublishRefused: ${expected}`);
  });

  it('when a list would have less than half its rows, and it says which and how many', async () => {
    const said = await refusal({ asOf: firstDay });
    expect(said).toMatch(
      /^PublishRefused: a list would lose more than half its rows compared with version \d+, which is still served: /,
    );
    expect(said).toContain('product-list would have 1 rows instead of 5; ');
    expect(said).toContain('product-videos would have 0 rows instead of 5; ');
  });
});

it('a publish that loses rows on purpose is done with force, and the version before can be gone back to', async () => {
  const before = await servedRows(fixture.engine, served);
  const { version, asOf } = await fixture.publish({ asOf: firstDay, force: true });
  expect((await fixture.versions.current())?.version).toBe(version);
  expect(asOf).toBe(firstDay);
  expect(await servedRows(fixture.engine, served)).toEqual(before);
  const all = await fixture.versions.list();
  expect(all.find((each) => each.version === served)?.status).toBe('ready');
});

describe('the latest observed day', () => {
  const takeOn = async (day: string) => {
    await fixture.empty();
    await fixture.take(observations);
    await fixture.engine.command(
      `INSERT INTO landing_product (product_id, observed_at, batch, region) VALUES (1, '${day} 12:00:00', 1, 'US')`,
    );
  };

  it('is not that of a record beyond the bounds, which came in past ingest', async () => {
    await takeOn('2140-01-01');
    const { asOf, quarantine } = await fixture.publish();
    expect({ asOf, records: quarantine.records }).toEqual({ asOf: lastDay, records: 1 });
    await fixture.engine.command(
      "ALTER TABLE landing_product DELETE WHERE out_of_bounds = '' SETTINGS mutations_sync = 2",
    );
    await fixture.engine.command('TRUNCATE TABLE landing_video');
    await expect(fixture.publish()).rejects.toThrow('nothing to publish yet');
  });

  it('is refused where it is none that can be published', async () => {
    await takeOn('2103-01-01');
    await expect(fixture.publish()).rejects.toThrow(
      'as-of: expected a day from 2000-01-01 to 2099-12-31, got 2103-01-01, the latest observed day',
    );
    expect(await fixture.publish({ asOf: lastDay })).toMatchObject({ asOf: lastDay });
  });
});

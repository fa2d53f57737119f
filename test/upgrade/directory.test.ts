import { afterEach, describe, expect, it, vi } from 'vitest';
import { serving } from '../../packages/cli/test/vitrine.ts';
import { checkLedger } from '../../packages/server/src/access/credits/ledger/ledger-check.ts';
import { lists, rankings, trends } from '../../packages/server/src/catalogue/catalogue.ts';
import type { Endpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { views } from '../../packages/server/src/catalogue/views.ts';
import { inspect } from '../../packages/server/src/main.ts';
import { stateDatabase } from '../../packages/server/src/warehouse/publish/state-database.ts';
import type { ServedByRelease } from '../../scripts/releases/make-directory.ts';
import { oracle } from '../oracle/oracle.ts';
import { differences, servedRows } from '../publish/served.ts';
import { endMs } from '../running/end-ms.ts';
import {
  type KeptOptions,
  type KeptRelease,
  keptReleases,
  lackingLists,
  newKey,
  pageOf,
  recordedFields,
  toolCalled,
  unpacked,
} from './kept-release.ts';

/** A directory at a time: the engine opens no other. */
let kept: KeptRelease | undefined;
afterEach(async () => {
  await kept?.remove();
  kept = undefined;
});

function directoryOf(release: string, options?: KeptOptions): KeptRelease {
  kept = unpacked(release, options);
  return kept;
}

/** What a list says when it is asked as its example does. */
function exampleOf({ example }: Endpoint) {
  return { ...example.query, page_num: '1', page_size: '10' };
}

/** The same without a page. */
function allOf(endpoint: Endpoint) {
  const { page_num: _page, page_size: _size, ...query } = exampleOf(endpoint);
  return query;
}

/** Who answers for each list. */
async function readers(url: string): Promise<readonly string[]> {
  const { data } = (await (await fetch(`${url}/readyz`)).json()) as { data: { readers: Record<string, string> } };
  return Object.values(data.readers);
}

/** Asks again what a release was asked. */
async function expectSame(url: string, key: string, responses: ServedByRelease['responses']): Promise<void> {
  for (const { list, path, query, data } of responses) {
    const page = await pageOf(url, key, path, query);
    expect([list, query, recordedFields(list, page.data, data)]).toEqual([list, query, data]);
  }
}

describe.each(keptReleases)('a data directory of release %s', (release) => {
  it.each(['auto', 'off'] as const)('serves what it served, for the same price (snapshot %s)', async (snapshot) => {
    const { served, serve } = directoryOf(release, { snapshot });
    const { url } = await serve();
    const reader = snapshot === 'auto' ? 'snapshot' : 'engine';
    await vi.waitUntil(async () => (await readers(url)).every((each) => each === reader), { timeout: endMs });
    let left = served.creditsLeft;
    for (const { list, path, query, data, credits } of served.responses) {
      const page = await pageOf(url, served.key, path, query);
      left -= credits;
      const asRecorded = { ...page, data: recordedFields(list, page.data, data) };
      expect([path, query, asRecorded]).toEqual([path, query, { status: 200, id: undefined, data, creditsLeft: left }]);
    }
    expect(new Set(served.responses.map(({ list }) => list))).toEqual(new Set(served.lists));
  });

  it('refuses a list that it lacks, free of charge, on every surface, and doctor tells of it', async () => {
    const directory = directoryOf(release);
    const vitrine = await directory.open();
    const lacking = await lackingLists(directory, vitrine);
    await directory.close();
    const { url, vitrine: served } = await directory.serve();
    const { key, id } = await newKey(served, 100);
    for (const list of lacking) {
      const refused = { status: 503, id: 'list-not-published' };
      expect(await pageOf(url, key, list.path, exampleOf(list))).toMatchObject(refused);
      expect(await pageOf(url, key, `/v1/export/${list.id}`, allOf(list))).toMatchObject(refused);
      const told = { code: 503, error: { id: 'list-not-published' } };
      expect(await toolCalled(url, key, list, exampleOf(list))).toMatchObject(told);
    }
    expect(await pageOf(url, key, '/v1/account/balance', {})).toMatchObject({ data: { keyId: id, credits: 100 } });
    const words = lacking.length === 1 ? '1 list is new: publish to fill it' : 'lists are new: publish to fill them';
    const dataset = (await inspect(directory.config)).find(({ name }) => name === 'dataset');
    expect(dataset).toMatchObject({ ok: true, found: expect.stringContaining(words) });
    await served.publish();
    for (const list of lacking)
      expect(await pageOf(url, key, list.path, exampleOf(list))).toMatchObject({ status: 200 });
    const filled = (await inspect(directory.config)).find(({ name }) => name === 'dataset');
    expect(filled?.found).not.toContain('publish to fill');
  });

  it('refuses trends and rankings whose days it lacks, free of charge, until it is published', async () => {
    const { vitrine, url } = await directoryOf(release).serve();
    const { key } = await newKey(vitrine, 100);
    let left = 100;
    for (const each of [...trends, ...rankings]) {
      const page = await pageOf(url, key, each.path, exampleOf(each));
      if (page.status === 200) left--;
      else expect([each.id, page.status, page.id]).toEqual([each.id, 503, 'list-not-published']);
    }
    expect(await pageOf(url, key, '/v1/account/balance', {})).toMatchObject({ data: { credits: left } });
    await vitrine.publish();
    for (const each of [...trends, ...rankings])
      expect(await pageOf(url, key, each.path, exampleOf(each))).toMatchObject({ status: 200 });
  });

  it('has views of SQL in units, before it is published and after', async () => {
    const { vitrine } = await directoryOf(release).serve();
    const sold = views.find(({ name }) => name === 'attribution_days');
    const bySource = `SELECT toString(round(sum(units))) AS units FROM (${sold?.select}) WHERE day > toDate({as_of:String}) - 90`;
    const byList = `SELECT toString(sum(total_video_sale_90d_cnt + total_live_sale_90d_cnt)) AS units
      FROM serving_product_list WHERE version = {version:UInt32}`;
    const difference = async () => {
      const {
        version,
        lineage,
        asOf: as_of,
      } = (await vitrine.versions.current()) ?? { version: 0, lineage: 0, asOf: '' };
      const parameters = { version, as_of, state: stateDatabase(lineage) };
      const [days] = await vitrine.engine.rows<{ units: string }>(bySource, parameters);
      const [windows] = await vitrine.engine.rows<{ units: string }>(byList, parameters);
      expect(Number(days?.units)).toBeGreaterThan(0);
      return Math.abs(Number(days?.units) - Number(windows?.units)) / Number(days?.units);
    };
    expect(await difference()).toBe(0);
    await vitrine.publish();
    // Windows are in whole units.
    expect(await difference()).toBeLessThan(0.1);
  });

  it('makes a server say which lists are new', async () => {
    const directory = directoryOf(release);
    const lacking = await lackingLists(directory, await directory.open());
    await directory.close();
    const server = await serving(directory.config.dataDirectory, { LOG_LEVEL: 'warn' });
    await server.stop();
    const lines = (await server.log).split('\n').filter((line) => line.includes('publish to fill'));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ lists: lacking.map(({ id }) => id) }]);
  });

  it('goes back to its first version', async () => {
    const { served, serve } = directoryOf(release);
    const { vitrine, url } = await serve();
    expect(await vitrine.rollBack()).toMatchObject({ from: 2, version: 1 });
    await expectSame(url, served.key, served.firstResponses);
    await expect(vitrine.publish()).resolves.toMatchObject({ version: 3 });
  });

  it('has the rows of the oracle after a publish, and so it has with the batch restored that it withdrew', async () => {
    const { observations, withdrawn, serve } = directoryOf(release);
    const { vitrine, url } = await serve();
    const { version } = await vitrine.publish();
    expect(differences(await servedRows(vitrine.engine, version), oracle(observations))).toEqual([]);
    const { key } = await newKey(vitrine, 100);
    for (const list of lists)
      expect(await pageOf(url, key, list.path, exampleOf(list))).toMatchObject({
        status: 200,
        data: expect.any(Array),
      });
    await vitrine.restoreBatch(3);
    const restored = await vitrine.publish();
    const all = oracle([...observations, ...withdrawn]);
    expect(differences(await servedRows(vitrine.engine, restored.version), all)).toEqual([]);
    expect(differences(await servedRows(vitrine.engine, restored.version), oracle(observations))).not.toEqual([]);
  });

  it('keeps its accounts: the admin key is good, and the ledger adds up', async () => {
    const { served, config, serve } = directoryOf(release);
    const { vitrine, url } = await serve();
    const headers = { authorization: `Bearer ${served.adminKey}` };
    const versions = await (await fetch(`${url}/admin/v1/versions`, { headers })).json();
    expect(versions).toMatchObject({ code: 0, data: { served: 2, versions: [{ version: 2 }, { version: 1 }] } });
    const balance = await pageOf(url, served.key, '/v1/account/balance', {});
    expect(balance).toMatchObject({ data: { credits: served.creditsLeft } });
    expect(await checkLedger(vitrine.accounts)).toMatchObject({ keys: 1, differences: [] });
    expect((await inspect(config)).filter(({ ok }) => !ok)).toEqual([]);
  });
});

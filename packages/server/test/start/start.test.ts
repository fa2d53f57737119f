import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newKey } from '../../src/access/keys/key-format.ts';
import { readConfig } from '../../src/config.ts';
import { findServer, openVitrine, serve, startServer } from '../../src/main.ts';

const directory = mkdtempSync(join(tmpdir(), 'vitrine-start-'));
const config = readConfig({}, { VITRINE_DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'silent' });
const serverFile = join(directory, 'server.json');
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('a start after a process was killed', () => {
  it('marks as failed what it left unfinished, and holds nothing back for it', async () => {
    const killed = await openVitrine(config);
    await killed.ingestion.batches.open('killed.ndjson');
    await killed.versions.begin({ asOf: '2026-11-20', lineage: 0, watermark: 1, settings: '' });
    await killed.close();
    const next = await openVitrine(config);
    expect(await next.ingestion.batches.watermark()).toBe(2);
    expect(await next.versions.list()).toMatchObject([{ version: 1, status: 'failed' }]);
    await next.close();
  });

  it('is not kept from starting by the server file it left, though its process id or its port are in use', async () => {
    const other = { url: 'http://127.0.0.1:1', pid: process.ppid, secret: 'x' };
    for (const left of [JSON.stringify(other), JSON.stringify({ ...other, pid: process.pid }), '{"url":', '[]', '']) {
      writeFileSync(serverFile, left);
      expect(await findServer(directory)).toBeUndefined();
      await (await startServer(config)).stop();
    }
  });
});

describe('a server', () => {
  it('makes an admin token at its first start and keeps it, for its owner alone', async () => {
    const path = join(directory, 'admin-token');
    const token = readFileSync(path, 'utf8');
    expect(token).toMatch(/^vta_[\w-]{32}\n$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await (await startServer(config)).stop();
    expect(readFileSync(path, 'utf8')).toBe(token);
  });

  it('takes no key for its admin token, which an admin key in the environment would become', async () => {
    await expect(startServer({ ...config, adminToken: newKey('admin') })).rejects.toThrow(
      'VITRINE_ADMIN_TOKEN is a key',
    );
    await (await startServer(config)).stop();
  });

  it.each([newKey('admin'), newKey(), 'a', 'two words of sixteen'])(
    'takes no %s for its token from the file',
    async (kept) => {
      const path = join(directory, 'admin-token');
      const token = readFileSync(path, 'utf8');
      writeFileSync(path, kept);
      await expect(startServer(config)).rejects.toThrow(path);
      writeFileSync(path, token);
    },
  );

  it('that stops leaves nothing in the write-ahead log: a copy of the database has everything', async () => {
    const vitrine = await openVitrine(config);
    const server = await serve(vitrine);
    const log = join(directory, 'accounts.sqlite-wal');
    await vitrine.keys.create({ name: 'written to the log' });
    expect(statSync(log).size).toBeGreaterThan(0);
    await server.stop();
    expect(statSync(log, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  });

  it('says where it is while it runs, and no longer', async () => {
    const server = await startServer(config);
    expect(JSON.parse(readFileSync(serverFile, 'utf8'))).toMatchObject({ url: server.url, pid: process.pid });
    await server.stop();
    expect(existsSync(serverFile)).toBe(false);
  });

  it('that cannot listen leaves nothing open and nothing behind', async () => {
    const server = await startServer(config);
    const port = Number(new URL(server.url).port);
    await server.stop();
    const nowhere = { ...config, port, host: '192.0.2.1' };
    await expect(startServer(nowhere)).rejects.toThrow('192.0.2.1 is not an address of this machine');
    expect(existsSync(serverFile)).toBe(false);
    await (await startServer(config)).stop();
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { findServer, startServer, type VitrineServer } from '../../src/main.ts';

const base = mkdtempSync(join(tmpdir(), 'vitrine-server-file-'));
const directory = join(base, 'data');
const config = readConfig({}, { VITRINE_DATA_DIR: directory, HOST: '0.0.0.0', PORT: '0', LOG_LEVEL: 'silent' });
const serverFile = join(directory, 'server.json');

let server: VitrineServer;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer(config);
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(async () => {
  await server.stop();
  rmSync(base, { recursive: true, force: true });
});

/** What the file says besides what is given. */
function claiming(path: string, said: object): void {
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(serverFile, 'utf8')), ...said }));
}

/** A directory whose server died: its file is there, and says what is given. */
function deadServer(name: string, said: object): string {
  const dead = join(base, name);
  cpSync(directory, dead, { recursive: true, filter: (path) => !path.includes('warehouse') });
  claiming(join(dead, 'server.json'), said);
  return dead;
}

/** Somebody else on a port, who keeps what is sent. */
async function impostor(respond: (request: IncomingMessage) => Promise<string> | string) {
  const heard: IncomingMessage[] = [];
  const listener = createServer(async (request, response) => {
    heard.push(request);
    response.end(await respond(request));
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  ends.push(() => listener.close());
  return { url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`, heard };
}

describe('the server of a directory is found', () => {
  it('by the directory itself, a link to it and whatever it is called by then, also when it listens on all addresses', async () => {
    const found = { url: server.url, pid: process.pid, adminToken: expect.stringMatching(/^vta_/) };
    expect(await findServer(directory)).toEqual(found);
    symlinkSync(directory, join(base, 'link'));
    expect(await findServer(join(base, 'link'))).toEqual(found);
    renameSync(directory, join(base, 'renamed'));
    expect(await findServer(join(base, 'renamed'))).toEqual(found);
    renameSync(join(base, 'renamed'), directory);
  });

  it('by who may read its file, which is nobody else', () => {
    expect(statSync(serverFile).mode & 0o777).toBe(0o600);
  });
});

describe('nothing is taken for the server of a directory', () => {
  it('on the port of one that died, whatever it says and whichever process has its number', async () => {
    const says = ['{"code":0,"data":{"status":"ok"}}', `{"data":{"proof":"${'0'.repeat(64)}"}}`, '[]', 'null', ''];
    for (const [index, words] of says.entries()) {
      const { url, heard } = await impostor(() => words);
      expect(await findServer(deadServer(`dead-${index}`, { url, pid: process.ppid }))).toBeUndefined();
      expect(heard).toHaveLength(1);
      expect(heard[0]?.headers.authorization).toBeUndefined();
    }
  });

  it('that sends more than a proof, or on to somewhere else', async () => {
    const endless = await impostor(() => 'x'.repeat(10_000_000));
    expect(await findServer(deadServer('endless', { url: endless.url }))).toBeUndefined();
    const onward = createServer((request, response) =>
      response.writeHead(302, { location: `${server.url}${request.url}` }).end(),
    ).listen(0, '127.0.0.1');
    await once(onward, 'listening');
    ends.push(() => onward.close());
    const url = `http://127.0.0.1:${(onward.address() as AddressInfo).port}`;
    const dead = deadServer('onward', { url });
    expect(await findServer(dead)).toBeUndefined();
  });

  it('that passes on the proof of the real one', async () => {
    const relay = await impostor(async ({ url = '' }) => (await fetch(server.url + url)).text());
    const file = readFileSync(serverFile, 'utf8');
    claiming(serverFile, { url: relay.url });
    ends.push(() => writeFileSync(serverFile, file));
    expect(await findServer(directory)).toBeUndefined();
    expect(relay.heard).toHaveLength(1);
  });

  it('that another user runs', async () => {
    const script = `const s = require('node:http').createServer((q, a) => a.end('{"data":{"proof":"x"}}'));
      s.listen(0, '127.0.0.1', () => console.log(s.address().port));`;
    const child = spawn(process.execPath, ['-e', script], process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {});
    ends.push(() => child.kill());
    const [port] = await once(createInterface(child.stdout), 'line');
    const dead = deadServer('others', { url: `http://127.0.0.1:${port}`, pid: child.pid });
    expect(await findServer(dead)).toBeUndefined();
  });

  it('for a copy of the directory, whose files name the server of the original', async () => {
    const copy = deadServer('copy', {});
    expect(JSON.parse(readFileSync(join(copy, 'server.json'), 'utf8'))).toMatchObject({ url: server.url });
    expect(await findServer(copy)).toBeUndefined();
    expect(await findServer(directory)).toMatchObject({ url: server.url });
  });
});

describe('GET /server-proof', () => {
  it('wants the nonce of whoever asks, and proves no other', async () => {
    const asked = async (query: string) =>
      (await (await fetch(`${server.url}/server-proof${query}`)).json()) as {
        readonly data: { readonly proof: string };
      };
    for (const query of ['', '?nonce=', '?nonce=1234', `?nonce=${'A'.repeat(64)}`, '?nonce=1&nonce=2'])
      expect(await asked(query)).toMatchObject({
        code: 400,
        message: expect.stringContaining('nonce: expected 64 hexadecimal digits'),
      });
    const proofs = await Promise.all(['1', '2', '2'].map((digit) => asked(`?nonce=${digit.repeat(64)}`)));
    const [one, two, again] = proofs.map(({ data }) => data.proof);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(two).not.toBe(one);
    expect(again).toBe(two);
  });
});

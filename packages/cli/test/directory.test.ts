import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { vitrineHere, vitrineJsonHere } from './in-process.ts';
import { productLines } from './samples.ts';
import { serving, temporaryDirectory, vitrineJson } from './vitrine.ts';

const directory = temporaryDirectory();
const data = join(directory.path, 'data');
const place = ['--data', data];
afterAll(() => directory.remove());

interface Report {
  readonly findings: readonly { readonly name: string; readonly ok: boolean; readonly found: string }[];
}

/** What the doctor says of one thing; it ends with 1 where something is to mend. */
async function doctorSays(name: string, port = 0): Promise<object | undefined> {
  const { stdout } = await vitrineHere(['doctor', '--json', ...place], { environment: { PORT: String(port) } });
  return (JSON.parse(stdout) as Report).findings.find((each) => each.name === name);
}

function everyMode(): ReadonlyMap<string, number> {
  const names = ['', ...readdirSync(data, { recursive: true, encoding: 'utf8' })];
  return new Map(names.map((name) => [name, statSync(join(data, name)).mode & 0o777]));
}

/** Another user who listens on a port and prints the headers of each request. */
async function listeningAs(uid: number, port: string) {
  const script = `require('node:http').createServer((q, a) => { console.log(JSON.stringify(q.headers)); a.end('{}'); })
    .listen(${port}, '127.0.0.1', () => console.log('ready'));`;
  const child: ChildProcessByStdio<null, Readable, null> = spawn(process.execPath, ['-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(process.getuid?.() === 0 ? { uid, gid: uid } : {}),
  });
  const heard: string[] = [];
  const lines = createInterface(child.stdout);
  await once(lines, 'line');
  lines.on('line', (line) => heard.push(line));
  return { heard, stop: () => child.kill() };
}

describe('a data directory', () => {
  it('is for its owner alone, and so is all that ingest, publish and a server make in it', async () => {
    await vitrineJson(['ingest', '-', ...place], { stdin: `${productLines('1')}{"kind":"nothing"}\n` });
    await vitrineJson(['publish', ...place]);
    const server = await serving(data);
    await expect.poll(() => readdirSync(join(data, 'snapshots'))).toContain('v1');
    const modes = everyMode();
    await server.stop();
    expect([...modes].filter(([, mode]) => (mode & 0o077) !== 0)).toEqual([]);
    expect(modes.get('')).toBe(0o700);
    expect([...modes.keys()]).toEqual(expect.arrayContaining(['server.json', 'accounts.sqlite', 'rejects']));
    expect(await doctorSays('privacy')).toMatchObject({ ok: true });
  });

  it('that others can look into is told of by the doctor, with what to do', async () => {
    chmodSync(data, 0o755);
    chmodSync(join(data, 'admin-token'), 0o644);
    const found = (await doctorSays('privacy')) as { found: string };
    expect(found).toMatchObject({ ok: false, found: expect.stringContaining(`chmod -R go-rwx ${data}`) });
    for (const words of [`${data} (owner `, ', mode 0755)', `${data}/admin-token (owner `, ', mode 0644)'])
      expect(found.found).toContain(words);
    chmodSync(data, 0o700);
    chmodSync(join(data, 'admin-token'), 0o600);
  });
});

describe('the doctor', () => {
  it('checks the server of the directory where one runs, and else whether the port is free', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const server = await serving(data);
    const whileRunning = await doctorSays('port', port);
    await server.stop();
    const afterwards = await doctorSays('port', port);
    holder.close();
    expect(whileRunning).toEqual({ name: 'port', ok: true, found: `the server at ${server.url} responds` });
    expect(afterwards).toMatchObject({
      ok: false,
      found: expect.stringContaining(`port ${port} on 127.0.0.1 is already`),
    });
  });

  it.each([
    ['an empty folder', []],
    ['a folder of something else', ['notes.txt']],
  ])('changes nothing in %s, and says that it is no data directory', async (name, files) => {
    const path = join(directory.path, name);
    mkdirSync(path, { mode: 0o755 });
    for (const file of files) writeFileSync(join(path, file), 'mine');
    const { status, stdout } = await vitrineHere(['doctor', '--data', path], { environment: { PORT: '0' } });
    expect(readdirSync(path)).toEqual(files);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^FAIL {2}data directory .* is not a Vitrine data directory: name another with --data/m);
    expect(stdout).not.toContain('chmod');
  });

  it('names a few of many paths that others can look into, and how many there are', async () => {
    const open = join(data, 'rejects');
    for (let n = 0; n < 20; n++) {
      const path = join(open, `open-${n}`);
      writeFileSync(path, '');
      chmodSync(path, 0o644);
    }
    const { found } = (await doctorSays('privacy')) as { found: string };
    for (let n = 0; n < 20; n++) chmodSync(join(open, `open-${n}`), 0o600);
    expect(found).toContain(' and 17 more');
  });
});

describe('a command on a copy of a data directory', () => {
  it('works on the copy, whose files name the server of the original', async () => {
    const copy = join(directory.path, 'copy');
    const server = await serving(data);
    cpSync(data, copy, { recursive: true });
    await vitrineJsonHere(['keys', 'create', '--name', 'of the copy', '--data', copy]);
    expect(await vitrineJsonHere(['keys', 'list', '--data', copy])).toMatchObject([{ name: 'of the copy' }]);
    expect(await vitrineJsonHere(['keys', 'list', ...place])).toEqual([]);
    await vitrineJson(['publish', '--data', copy]);
    expect(await vitrineJsonHere(['versions', 'list', ...place])).toMatchObject({ served: 1 });
    await server.stop();
    expect(await vitrineJsonHere(['versions', 'list', '--data', copy])).toMatchObject({ served: 2 });
  });
});

describe('a command after a server was killed', () => {
  it('tells nothing to another user who took its port, and works on the directory', async () => {
    const server = await serving(data, { VITRINE_ADMIN_TOKEN: 'only-the-environment' });
    process.kill(server.pid, 'SIGKILL');
    await server.stop();
    const other = await listeningAs(65_534, new URL(server.url).port);
    const environment = { VITRINE_ADMIN_TOKEN: 'only-the-environment', VITRINE_KEY: 'sk_live_secret' };
    expect(await vitrineJsonHere(['keys', 'list', ...place], { environment })).toEqual([]);
    expect(await vitrineHere(['get', 'product-list', '--region', 'US', ...place], { environment })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`no server is running on ${data}`),
    });
    other.stop();
    expect(other.heard.length).toBeGreaterThan(0);
    for (const secret of ['only-the-environment', 'sk_live', 'vta_', 'authorization'])
      expect(other.heard.join()).not.toContain(secret);
  });
});

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loginInWords } from '../src/serving.ts';
import { vitrineHere, vitrineJsonHere } from './in-process.ts';
import { productLines } from './samples.ts';
import { type Running, serving, starting, temporaryDirectory, vitrine } from './vitrine.ts';

interface Link {
  readonly url: string;
}

interface Session {
  readonly id: string;
}

const directory = temporaryDirectory();
const data = join(directory.path, 'data');
const place = ['--data', data];
let server: Running;
beforeAll(async () => {
  await vitrine(['ingest', '-', ...place], { stdin: productLines('1') });
  server = await serving(data);
});
afterAll(async () => {
  await server?.stop();
  directory.remove();
});

/** What the console does with a link. @returns the status, and the header by which its session is shown */
async function followed(link: string) {
  const { origin, hash } = new URL(link);
  const headers = { 'content-type': 'application/json', 'x-vitrine-console': '1' };
  const body = JSON.stringify({ code: hash.slice(1) });
  const answer = await fetch(`${origin}/console/v1/session`, { method: 'POST', headers, body });
  return { status: answer.status, cookie: answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '' };
}

const look = async (cookie: string) =>
  (await fetch(`${server.url}/console/v1/session`, { headers: { cookie } })).status;

describe('vitrine login', () => {
  it('prints a link of the server that runs on the directory, which logs in once', async () => {
    const { stdout } = await vitrineHere(['login', ...place]);
    const [link = '', told] = stdout.split('\n');
    expect(link).toMatch(new RegExp(`^${server.url}/login#vtl_[\\w-]{43}$`));
    expect(told).toMatch(/^It works once, until \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/);
    const { status, cookie } = await followed(link);
    expect([status, await look(cookie)]).toEqual([201, 200]);
    expect((await followed(link)).status).toBe(401);
  });

  it('makes one for the holder of an admin key, as whom it logs in', async () => {
    const viewer = ['admin-keys', 'create', '--name', 'viewer', '--scope', 'view'];
    const { id, key } = await vitrineJsonHere<Session & { readonly key: string }>([...viewer, ...place]);
    const { url } = await vitrineJsonHere<Link>(['login', '--server', server.url, '--token', key]);
    await followed(url);
    expect(await vitrineJsonHere(['sessions', 'list', ...place])).toMatchObject([{ actor: id, name: 'viewer' }, {}]);
  });

  it('says that there is no server, and no directory', async () => {
    const empty = join(directory.path, 'empty');
    await vitrine(['ingest', '-', '--data', empty], { stdin: productLines('1') });
    const alone = await vitrineHere(['login', '--data', empty]);
    expect(alone).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('no server is running on') });
    const nowhere = await vitrineHere(['login', '--data', join(directory.path, 'nowhere')]);
    expect(nowhere).toMatchObject({ status: 1, stderr: expect.stringContaining('does not exist') });
  });
});

describe('sessions', () => {
  it('are listed and ended through the server, and by a command on the directory', async () => {
    const { url } = await vitrineJsonHere<Link>(['login', ...place]);
    const { cookie } = await followed(url);
    const [session] = await vitrineJsonHere<readonly Session[]>(['sessions', 'list', ...place]);
    const id = String(session?.id);
    const { stdout: listed } = await vitrineHere(['sessions', 'list', ...place]);
    expect(listed).toMatch(new RegExp(`^ID .* ENDED\\n${id} +admin-token +admin token +\\d{4}-`));
    const ended = await vitrineHere(['sessions', 'end', id, ...place]);
    expect(ended.stdout).toMatch(new RegExp(`^Ended ${id} \\(admin token\\) at \\d{4}-`));
    expect(await look(cookie)).toBe(401);
    await server.stop();
    expect(await vitrineJsonHere(['sessions', 'end', id, ...place])).toMatchObject({ id, endedAt: expect.any(Number) });
    expect(await vitrineHere(['sessions', 'end', 'ses_none', ...place])).toMatchObject({ status: 1 });
    const { stdout: audit } = await vitrineHere(['audit', ...place]);
    expect(audit).toContain('sessions.end');
    server = await serving(data);
  });
});

describe('a start', () => {
  it('of npm start prints a link that logs in', async () => {
    await server.stop();
    const demo = await starting(data);
    const link = /http:\S+\/login#\S+/.exec(demo.said)?.[0] ?? '';
    expect((await followed(link)).status).toBe(201);
    await demo.stop();
    server = await serving(data);
  });

  it('of a service, whose output is kept in logs, says how to get one', async () => {
    expect(server.said).toContain('Log in: "vitrine login" prints a link.');
    expect(server.said).not.toContain('vtl_');
  });

  it('that can make none says why', async () => {
    const newLoginLink = async () => {
      throw new Error('the disk is full');
    };
    expect(await loginInWords({ newLoginLink })).toBe('no link could be made: the disk is full; try "vitrine login"');
  });
});

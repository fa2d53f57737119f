import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vitrineHere, vitrineJsonHere } from './in-process.ts';
import { productLines } from './samples.ts';
import { type Running, serving, temporaryDirectory, vitrine, vitrineJson } from './vitrine.ts';

interface Made {
  readonly id: string;
  readonly key: string;
}

const directory = temporaryDirectory();
const data = join(directory.path, 'data');
let server: Running;
let made: Made;
const through = (key: string) => ['--server', server.url, '--token', key];

beforeAll(async () => {
  await vitrine(['ingest', '-', '--data', data], { stdin: productLines('1') });
  made = await vitrineJsonHere([
    'admin-keys',
    'create',
    '--name',
    'nightly job',
    '--scope',
    'ingest, publish',
    '--data',
    data,
  ]);
  server = await serving(data);
});
afterAll(async () => {
  await server?.stop();
  directory.remove();
});

describe('an admin key', () => {
  it('that was made on the directory does what its scopes say, and the audit log shows its name', async () => {
    await vitrineJson(['ingest', '-', ...through(made.key)], { stdin: productLines('2') });
    expect(await vitrineJsonHere(['publish', ...through(made.key)])).toMatchObject({ rows: { 'product-list': 2 } });
    const { stdout } = await vitrineHere(['audit', '--limit', '1', '--data', data]);
    expect(stdout).toContain(`${made.id} (nightly job) 127.0.0.1`);
  });

  it.each([
    [['keys', 'list'], 'it requires the scope keys, but the key has the scopes ingest, publish'],
    [['admin-keys', 'list'], 'it requires the admin token, but the key has the scopes ingest, publish'],
  ])('may not %j', async (words, message) => {
    const refused = await vitrineHere([...words, ...through(made.key)]);
    expect(refused).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(message) });
  });

  it('is made, listed and revoked through the server with the admin token', async () => {
    const created = await vitrineHere([
      'admin-keys',
      'create',
      '--name',
      'auditor',
      '--scope',
      'audit',
      '--expires',
      '2d',
      '--data',
      data,
    ]);
    const [key = '', ...told] = created.stdout.split('\n');
    expect(told.join('\n')).toMatch(
      /Its ID is adm_\w{12}\.\nScopes: audit. Valid until: \d{4}-\d\d-\d\d \d\d:\d\d UTC/,
    );
    expect((await vitrineHere(['audit', ...through(key)])).status).toBe(0);
    const listed = await vitrineJsonHere<readonly Made[]>(['admin-keys', 'list', '--data', data]);
    expect(listed).toMatchObject([{ id: made.id }, { name: 'auditor', scopes: ['audit'] }]);
    expect(JSON.stringify(listed)).not.toContain(key);
    const id = String(listed[1]?.id);
    expect((await vitrineHere(['admin-keys', 'revoke', id, '--data', data])).stdout).toContain('(auditor) at ');
    const refused = await vitrineHere(['audit', ...through(key)]);
    expect(refused).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/admin key sk_admin_..….{4} was revoked/),
    });
  });

  it.each([
    [['--scope', 'everything'], '--scope: expected one or more of ingest, publish, keys, usage, audit, forget'],
    [['--scope', 'keys', '--expires', '2020-01-01'], '--expires: expected a time in the future'],
    [[], '--scope'],
  ])('is not made with %j', async (words, message) => {
    const refused = await vitrineHere(['admin-keys', 'create', '--name', 'x', ...words, '--data', data]);
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
  });
});

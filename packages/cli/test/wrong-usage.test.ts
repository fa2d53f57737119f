import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vitrineHere } from './in-process.ts';
import { productLines } from './samples.ts';
import { temporaryDirectory, vitrine } from './vitrine.ts';

const directory = temporaryDirectory();
afterAll(() => directory.remove());
const nowhere = join(directory.path, 'never-made');
const place = ['--data', nowhere];

describe('wrong usage ends with status 2, one line that says what is wrong, and where help is', () => {
  it.each([
    [[], 'No command specified.', 'vitrine'],
    [['sell'], 'Unknown command sell', 'vitrine'],
    [['constructor'], 'Unknown command constructor', 'vitrine'],
    [['keys', 'hasOwnProperty'], 'Unknown command hasOwnProperty', 'vitrine keys'],
    [['help', 'toString'], 'Unknown command toString', 'vitrine'],
    [['keys', 'create', ...place], 'Missing required argument: --name', 'vitrine keys create'],
    [['keys', 'create', '--name', 'x', '--credit', '5', ...place], 'unknown option: --credit', 'vitrine keys create'],
    [
      ['keys', 'create', '--name', 'x', '--credits', 'many', ...place],
      '--credits: expected a whole number of 0 or more, got "many"',
      'vitrine keys create',
    ],
    [
      ['keys', 'grant', 'key_1', '0', ...place],
      'CREDITS: expected a whole number of 1 or more, got "0"',
      'vitrine keys grant',
    ],
    [
      ['keys', 'create', '--name', 'x', '--expires', '2026-02-30', ...place],
      '--expires: expected a day as YYYY-MM-DD, a time as 2026-12-31T18:00:00Z, or a duration from now such as 90d, got "2026-02-30"',
      'vitrine keys create',
    ],
    [
      ['keys', 'rotate', 'key_1', '--overlap', 'a day', ...place],
      '--overlap: expected a duration such as 30m, 24h or 7d, got "a day"',
      'vitrine keys rotate',
    ],
    [['keys', 'update', 'key_1', ...place], 'nothing to update: give at least one option', 'vitrine keys update'],
    [
      ['keys', 'update', 'key_1', '--qps', 'none', ...place],
      '--qps: expected a whole number of 1 or more, got "none"',
      'vitrine keys update',
    ],
    [['keys', 'refund', 'key_1', '1', ...place], 'Missing required argument: --reason', 'vitrine keys refund'],
    [
      ['keys', 'create', '--name', 'x', '--monthly-quota', '1', '--quota-period', 'week', ...place],
      '--quota-period: expected one of calendar, anniversary, got "week"',
      'vitrine keys create',
    ],
    [['keys', 'revoke', ...place], 'Missing required positional argument: ID', 'vitrine keys revoke'],
    [['keys', 'list', 'all', ...place], 'unexpected argument: all', 'vitrine keys list'],
    [['ingest', ...place], 'no file given: name at least one, or - for standard input', 'vitrine ingest'],
    [
      ['ingest', '-', '--format', 'xml', ...place],
      '--format: expected one of ndjson, csv, parquet, xlsx, got "xml"',
      'vitrine ingest',
    ],
    [
      ['ingest', 'a.parquet', ...place],
      'a.parquet: a parquet file contains records of one kind: specify it with --kind',
      'vitrine ingest',
    ],
    [
      ['publish', '--as-of', '2026-02-30', ...place],
      '--as-of: expected a day as YYYY-MM-DD, got "2026-02-30"',
      'vitrine publish',
    ],
    [['publish', '--data'], '--data needs a value', 'vitrine publish'],
    [['serve', '--port', '80a', ...place], 'PORT: expected a whole number from 0 to 65535, got "80a"', 'vitrine serve'],
    [
      ['publish', '--server', 'localhost:8080'],
      '--server: expected a URL such as http://127.0.0.1:8080, got "localhost:8080"',
      'vitrine publish',
    ],
    [
      ['publish', '--server', 'http://127.0.0.1:1'],
      '--server needs the admin token: pass it with --token or VITRINE_ADMIN_TOKEN',
      'vitrine publish',
    ],
    [
      ['keys', 'create', '--name', 'x', '--expires', '2020-01-01', ...place],
      '--expires: expected a time in the future, got "2020-01-01"',
      'vitrine keys create',
    ],
    [['help', 'sell'], 'Unknown command sell', 'vitrine'],
    [['help', 'keys', 'sell'], 'Unknown command sell', 'vitrine keys'],
    [[...place, 'keys', '--credits', '5', 'create'], 'Missing required argument: --name', 'vitrine keys create'],
    [['usage', '--by', 'week', ...place], '--by: expected one of day, hour, got "week"', 'vitrine usage'],
    [
      ['usage', '--from', '2026-02-30', ...place],
      '--from: expected a day as YYYY-MM-DD, got "2026-02-30"',
      'vitrine usage',
    ],
    [['simulate', '--days', '9999'], '--days: expected 1 to 3650, got 9999', 'vitrine simulate'],
  ])('vitrine %j', async (words, message, command) => {
    const stderr = `vitrine: ${message}\nSee "${command} --help".\n`;
    expect(await vitrineHere(words)).toEqual({ status: 2, stdout: '', stderr });
  });
});

it('a process ends with that status, and writes to those streams', async () => {
  const stderr = 'vitrine: Unknown command sell\nSee "vitrine --help".\n';
  expect(await vitrine(['sell'])).toEqual({ status: 2, stdout: '', stderr });
});

describe('what the server finds wrong is wrong usage too, in the words of the command line', () => {
  const data = join(directory.path, 'data');
  const used = ['--data', data];
  beforeAll(async () => {
    expect((await vitrine(['ingest', '-', ...used], { stdin: productLines('1', 1, 2) })).status).toBe(0);
  });

  it.each([
    [['usage', '--endpoint', 'product-lists'], /^vitrine: --endpoint: expected one of product-list, /, 'vitrine usage'],
    [['usage', '--key', 'key_nobody'], /^vitrine: --key: expected the id of a key/, 'vitrine usage'],
    [['keys', 'create', '--name', 'x', '--scope', 'sales'], /^vitrine: --scope: expected /, 'vitrine keys create'],
  ])('vitrine %j', async (words, message, command) => {
    const { status, stdout, stderr } = await vitrineHere([...words, ...used]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toContain(`See "${command} --help".`);
  });

  it('options may stand before a subcommand', async () => {
    const { status, stdout } = await vitrineHere([...used, 'keys', '--json', 'list']);
    expect([status, JSON.parse(stdout)]).toEqual([0, []]);
  });
});

describe('a data directory that is not there', () => {
  it.each([[['publish']], [['keys', 'list']], [['batches']], [['versions', 'list']], [['audit']], [['usage']]])(
    'is not made by %j, which says so',
    async (words) => {
      const { status, stderr } = await vitrineHere([...words, ...place]);
      expect([status, stderr]).toEqual([1, expect.stringContaining(`data directory ${nowhere} does not exist`)]);
      expect(existsSync(nowhere)).toBe(false);
    },
  );

  it('is made by ingest, which says so', async () => {
    const fresh = join(directory.path, 'fresh');
    const { status, stderr } = await vitrine(['ingest', '-', '--data', fresh], {
      stdin: productLines('1', 1, 2),
    });
    expect([status, stderr]).toEqual([0, `New data directory: ${fresh}\n`]);
  });
});

describe('help', () => {
  const commands = [
    'serve',
    'ingest',
    'publish',
    'keys create',
    'keys list',
    'keys update',
    'keys rotate',
    'keys revoke',
    'keys grant',
    'keys refund',
    'usage',
    'get product-list',
    'mcp',
    'simulate',
    'doctor',
  ];

  it('names every command', async () => {
    const { status, stdout } = await vitrine(['--help']);
    expect(status).toBe(0);
    for (const command of commands) expect(stdout).toContain(command.split(' ')[0]);
  });

  it('is a command too', async () => {
    for (const path of [[], ['keys'], ['keys', 'create']]) {
      const asked = await vitrineHere(['help', ...path]);
      expect(asked).toEqual(await vitrineHere([...path, '--help']));
      expect(asked.stdout).toContain('USAGE');
    }
  });

  it.each([
    ['help', '--help'],
    ['help', '-h'],
    ['help', 'help'],
  ])('has help of its own: %s %s', async (...words) => {
    const { status, stdout, stderr } = await vitrineHere(words);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('USAGE vitrine help');
  });

  it.each(commands)('tells what "%s" takes, without colours where no terminal is', async (command) => {
    const { status, stdout, stderr } = await vitrineHere([...command.split(' '), '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`USAGE vitrine ${command}`);
    expect(stdout).toContain('--');
    expect(stdout).not.toContain('\u001b');
  });
});

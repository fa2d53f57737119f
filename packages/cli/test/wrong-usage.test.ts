import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryDirectory, vitrine } from './vitrine.ts';

const directory = temporaryDirectory();
afterAll(() => directory.remove());
const place = ['--data', join(directory.path, 'never-made')];

describe('wrong usage ends with status 2, one line that says what is wrong, and where help is', () => {
  it.each([
    [[], 'No command specified.', 'vitrine'],
    [['sell'], 'Unknown command sell', 'vitrine'],
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
    [['keys', 'update', 'key_1', ...place], 'what is to change? Name at least one option', 'vitrine keys update'],
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
    [['ingest', ...place], 'which file? Name one or more, or - for standard input', 'vitrine ingest'],
    [
      ['ingest', '-', '--format', 'xml', ...place],
      '--format: expected one of ndjson, csv, parquet, got "xml"',
      'vitrine ingest',
    ],
    [
      ['ingest', 'a.csv', ...place],
      'a.csv: a csv file holds records of one kind: say which with --kind',
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
      '--server needs the admin token: give it with --token or VITRINE_ADMIN_TOKEN',
      'vitrine publish',
    ],
    [['usage', '--by', 'week', ...place], '--by: expected one of day, hour, got "week"', 'vitrine usage'],
    [
      ['usage', '--from', '2026-02-30', ...place],
      '--from: expected a day as YYYY-MM-DD, got "2026-02-30"',
      'vitrine usage',
    ],
    [['simulate', '--days', '9999'], '--days: expected 1 to 3650, got 9999', 'vitrine simulate'],
  ])('vitrine %j', async (words, message, command) => {
    const stderr = `vitrine: ${message}\nSee "${command} --help".\n`;
    expect(await vitrine(words)).toEqual({ status: 2, stdout: '', stderr });
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

  it.each(commands)('tells what "%s" takes, without colours where no terminal is', async (command) => {
    const { status, stdout, stderr } = await vitrine([...command.split(' '), '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`USAGE vitrine ${command}`);
    expect(stdout).toContain('--');
    expect(stdout).not.toContain('\u001b');
  });
});

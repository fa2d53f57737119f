import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataPaths } from '../../src/start/data-directory.ts';
import { directoryRights } from '../../src/start/directory-rights.ts';
import { keepRelease, refuseNewerRelease } from '../../src/start/release.ts';
import { StartError, startFailure } from '../../src/start/start-failure.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'vitrine-rights-'));
  chmodSync(directory, 0o700);
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Who runs the service, where the tests run as root. */
const service = 65_534;

function made(name: string, mode: number, uid: number): string {
  const path = join(directory, name);
  writeFileSync(path, '');
  chmodSync(path, mode);
  chownSync(path, uid, uid);
  return path;
}

describe.skipIf(process.geteuid?.() !== 0)('after a command as root on the directory of a service user', () => {
  beforeEach(() => chownSync(directory, service, service));

  it('every path that the service user cannot read or write is found, and no other', () => {
    made('own', 0o600, service);
    made('immutable', 0o400, service);
    made('shared', 0o666, 0);
    const roots = [made('root-only', 0o600, 0), made('readable', 0o644, 0)];
    mkdirSync(join(directory, 'part'), { mode: 0o700 });
    const { user, closed } = directoryRights(directory);
    expect(user).toBe(service);
    expect(closed.map(({ path }) => path).sort()).toEqual([...roots, join(directory, 'part')].sort());
    expect(closed.every(({ uid }) => uid === 0)).toBe(true);
  });

  it.each(['EACCES', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'])('the error of %s names path, owner and remedy', (code) => {
    const path = made('accounts.sqlite', 0o600, 0);
    const { message } = startFailure(Object.assign(new Error('denied'), { code }), { directory });
    expect(message).toContain(`${path} (owner root, mode 0600)`);
    expect(message).toContain(`chown -R ${service} ${directory}`);
    expect(message).not.toContain('\n');
  });
});

describe('a directory that a release has used', () => {
  const paths = () => dataPaths(directory);

  it.each(['0.1.1', '0.2.0', '1.0.0', '0.10.0'])('is refused by 0.1.0 after %s, in one sentence with both', (newer) => {
    keepRelease(paths(), newer);
    const said = `the data directory ${directory} was last used by Vitrine ${newer}, but this is 0.1.0: `;
    expect(() => refuseNewerRelease(paths(), '0.1.0')).toThrow(StartError);
    expect(() => refuseNewerRelease(paths(), '0.1.0')).toThrow(said);
  });

  it('is taken by the same release and by newer ones, which are remembered', () => {
    refuseNewerRelease(paths(), '0.9.0');
    keepRelease(paths(), '0.9.0');
    for (const own of ['0.9.0', '0.10.0']) {
      refuseNewerRelease(paths(), own);
      keepRelease(paths(), own);
    }
    expect(() => refuseNewerRelease(paths(), '0.9.9')).toThrow('0.10.0');
  });
});

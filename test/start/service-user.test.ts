import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../packages/server/src/config.ts';
import { openVitrine } from '../../packages/server/src/main.ts';
import { builtProgram } from '../running/built-program.ts';

const child = builtProgram(new URL('./service-user-child.ts', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'vitrine-service-user-'));
afterAll(() => {
  child.remove();
  rmSync(directory, { recursive: true, force: true });
});

/** Who runs the service, where the tests run as root. */
const service = 65_534;

function openedBy(user: number): string {
  return spawnSync(process.execPath, [child.path, directory, String(user)], { encoding: 'utf8' }).stdout;
}

function everythingIn(path: string): readonly string[] {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return [path, ...names.map((name) => join(path, name))].filter((each) => !lstatSync(each).isSymbolicLink());
}

describe.skipIf(process.geteuid?.() !== 0)('after commands as root on the directory of a service user', () => {
  it('the service says which path it cannot use, whose it is, and how to give it back; then it starts', async () => {
    for (const path of everythingIn(directory)) chownSync(path, service, service);
    await (await openVitrine(readConfig({ VITRINE_DATA_DIR: directory }, {}))).close();
    const refused = openedBy(service);
    expect(refused).toMatch(new RegExp(`${directory}/\\S+ \\(owner root, mode 0\\d{3}\\)`));
    expect(refused).toMatch(new RegExp(`run "chown -R \\S+ ${directory}" as root`));
    for (const path of everythingIn(directory)) chownSync(path, service, service);
    expect(openedBy(service)).toBe('opened');
  });

  it("a directory that is root's alone is named as such", () => {
    chownSync(directory, 0, 0);
    chmodSync(directory, 0o700);
    expect(openedBy(service)).toContain(`${directory} (owner root, mode 0700)`);
  });
});

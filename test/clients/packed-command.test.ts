import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchProject, scratchProject } from './scratch-project.ts';

const names = ['sdk', 'simulator', 'console', 'server', 'cli'];

let project: ScratchProject;
beforeAll(async () => {
  project = await scratchProject(names);
});
afterAll(() => project.remove());

describe('the packed command in a project of its own', () => {
  it.each(names)('@vitrine/%s holds its README and the licence', (name) => {
    const folder = join(project.path, 'node_modules/@vitrine', name);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(`@vitrine/${name}`);
    expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toContain('Apache License');
    expect(existsSync(join(folder, 'test'))).toBe(false);
  });

  it.each(['node10', 'node16', 'bundler'] as const)('has types that resolve (%s)', (resolution) => {
    const program = `
      import { readConfig, type Config } from '@vitrine/server';
      import { simulate } from '@vitrine/simulator';
      export const config: Config = readConfig({ PORT: '0' });
      export const port: number = config.port;
      export const pieces: Iterable<Uint8Array> = simulate({ products: 1, days: 1, seed: 1, endDate: '2026-08-31' });`;
    const wrong = program.replace('port: number', 'port: boolean');
    const errors = project.typeErrors({ 'main.ts': program, 'wrong.ts': wrong }, resolution);
    expect(errors).toEqual({ 'wrong.ts': expect.stringContaining('boolean') });
  });

  it('npx finds it, and the command names its version', async () => {
    const { stdout } = await project.run('npx', ['--no', '@vitrine/cli', '--version']);
    expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('npx serves a data directory', async () => {
    const words = ['--no', '@vitrine/cli', 'serve', '--data', 'data', '--port', '0', '--json'];
    const child = spawn('npx', words, { cwd: project.path, stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = once(child, 'exit');
    const { url, pid } = await printed(child.stdout);
    const response = await fetch(`${url}/healthz`);
    expect(response.status).toBe(200);
    const docs = await fetch(`${url}/docs`);
    expect(await docs.text()).toContain('Vitrine');
    const console = await fetch(`${url}/`, { headers: { accept: 'text/html' } });
    const [, script] = /src="\.\/([^"]+\.js)"/.exec(await console.text()) ?? [];
    expect((await fetch(`${url}/${script}`)).headers.get('content-type')).toContain('javascript');
    // npx does not pass signals on.
    process.kill(pid, 'SIGTERM');
    await ended;
  });
});

/** The one JSON document that the command prints. */
async function printed(output: Readable): Promise<{ readonly url: string; readonly pid: number }> {
  let text = '';
  for await (const piece of output.iterator({ destroyOnReturn: false })) {
    text += piece;
    if (text.endsWith('}\n')) break;
  }
  return JSON.parse(text);
}

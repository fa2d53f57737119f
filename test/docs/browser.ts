import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher } from 'playwright-core';

/** Nothing is asked of any server but the one under test. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Why there is no browser here; undefined: there is one. Its package holds Chromium for Linux on x64; others name one
 * in CHROMIUM_PATH.
 */
export const browserMissing =
  process.env['CHROMIUM_PATH'] !== undefined || (process.platform === 'linux' && process.arch === 'x64')
    ? undefined
    : 'no Chromium here: name one in CHROMIUM_PATH';

/** Starts a real browser. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? (await unpacked());
  return launcher.launch({ executablePath, args: flags });
}

/**
 * Where the browser of the package is, unpacked once for all test processes. It is whole when it comes there: a program that
 * another process still writes cannot be started.
 */
async function unpacked(): Promise<string> {
  const shared = join(tmpdir(), 'browser');
  if (!existsSync(shared)) {
    const own = mkdtempSync(join(tmpdir(), 'browser-'));
    await unpackInto(own);
    try {
      renameSync(own, shared);
    } catch {
      // Another process was first.
      rmSync(own, { recursive: true, force: true });
    }
  }
  return join(shared, 'chromium');
}

/** The package unpacks into the directory for temporary files, and knows no other. */
async function unpackInto(directory: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = directory;
  try {
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

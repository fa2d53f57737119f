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
  const executablePath = process.env['CHROMIUM_PATH'] ?? (await chromium.executablePath());
  return launcher.launch({ executablePath, args: flags });
}

import { readFileSync, statSync } from 'node:fs';
import { MirrorError } from '../mirror-error.ts';

/** Where an upstream is, and the key that it knows us by. */
export interface UpstreamAddress {
  /** Without a slash at its end. */
  readonly url: string;
  readonly key: string;
}

/** What a key may be: one word of a header. */
const keyPattern = /^[\x21-\x7e]{4,4096}$/;

/** @param name of the option or member, for messages @throws MirrorError */
export function checkUpstreamUrl(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHttp = url !== undefined && /^https?:$/.test(url.protocol);
  if (!isHttp)
    throw new MirrorError(`${name}: expected a URL such as https://api.keyapi.ai, got ${JSON.stringify(text)}`);
  if (url.username !== '' || url.password !== '')
    throw new MirrorError(`${name}: expected a URL without a user and password: the key goes into a file`);
  if (url.search !== '' || url.hash !== '') throw new MirrorError(`${name}: expected a URL without ? and #`);
  return text.replace(/\/+$/, '');
}

/**
 * The key of an upstream: of a file that its owner alone may read, else of the environment. Messages never show it.
 *
 * @throws MirrorError
 */
export function upstreamKey(file: string | undefined, fromEnvironment: string | undefined): string {
  const key = file === undefined ? fromEnvironment : keyIn(file);
  if (key === undefined)
    throw new MirrorError(
      'no key of the upstream: name a file of mode 0600 that holds it, or set VITRINE_UPSTREAM_KEY',
    );
  if (keyPattern.test(key)) return key;
  throw new MirrorError('the key of the upstream: expected one word of 4 or more characters');
}

function keyIn(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  // What was meant for the key itself must not be shown.
  if (stats?.isFile() !== true)
    throw new MirrorError('no such key file: expected a file of mode 0600 that holds the key of the upstream');
  const mode = (stats.mode & 0o777).toString(8).padStart(4, '0');
  if ((stats.mode & 0o077) !== 0)
    throw new MirrorError(`${file} has mode ${mode}: others could read the key; run "chmod 600 ${file}"`);
  return readFileSync(file, 'utf8').trim();
}

/** Of a text that came from elsewhere, without the key in it. */
export function withoutKey({ key }: UpstreamAddress, text: string): string {
  return text.replaceAll(key, '[hidden]');
}

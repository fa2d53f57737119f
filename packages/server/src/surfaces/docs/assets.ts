import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { lazily } from './lazily.ts';

/** A file that pages need. */
export interface Asset {
  readonly type: string;
  read(): Buffer;
  /** With gzip; undefined: it would not get smaller. */
  compressed?(): Buffer;
}

/**
 * Files by their path: our own, and libraries and fonts out of their packages. No other server is asked for anything.
 */
export const assets: ReadonlyMap<string, Asset> = new Map([
  ['/docs/assets/docs.css', text('text/css', styles)],
  ['/docs/assets/docs.js', text('text/javascript', () => own('docs.js'))],
  ['/docs/assets/key.js', text('text/javascript', () => own('key.js'))],
  ['/docs/assets/search.js', text('text/javascript', () => own('search.js'))],
  ['/docs/assets/try.js', text('text/javascript', () => own('try.js'))],
  ['/docs/assets/icon.svg', text('image/svg+xml', () => own('icon.svg'))],
  ['/docs/assets/inter.woff2', font('inter')],
  ['/docs/assets/jetbrains-mono.woff2', font('jetbrains-mono')],
  ['/docs/assets/minisearch.js', text('text/javascript', () => ofPackage('minisearch', '../es/index.js'))],
  ['/docs/assets/reference.css', text('text/css', () => own('css/reference.css'))],
  ['/docs/assets/reference.js', text('text/javascript', () => own('reference.js'))],
  [
    '/docs/assets/scalar.js',
    text('text/javascript', () => ofPackage('@scalar/fastify-api-reference', 'js/standalone.js')),
  ],
]);

/** In this order: later ones may overrule earlier ones. */
const styleNames = ['base', 'frame', 'words', 'code', 'page', 'try', 'search', 'narrow'];

/** In a layer, so that the styles of the interactive reference hold over ours. */
function styles(): Buffer {
  return Buffer.concat([
    Buffer.from('@layer docs {\n'),
    ...styleNames.map((name) => own(`css/${name}.css`)),
    Buffer.from('}\n'),
  ]);
}

/** Read when it is first asked for, and kept. */
function text(type: string, load: () => Buffer): Asset {
  const read = lazily(load);
  return { type: `${type}; charset=utf-8`, read, compressed: lazily(() => gzipSync(read())) };
}

function font(name: string): Asset {
  const file = `@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`;
  return { type: 'font/woff2', read: lazily(() => readFileSync(packages.resolve(file))) };
}

const packages = createRequire(import.meta.url);

function own(name: string): Buffer {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url));
}

/** @param path from the file that the package's name stands for. */
function ofPackage(name: string, path: string): Buffer {
  return readFileSync(new URL(path, pathToFileURL(packages.resolve(name))));
}

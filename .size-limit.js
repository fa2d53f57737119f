import { readFileSync } from 'node:fs';

/*
 * What a browser loads before it shows the first table of the console: the scripts that its page names. The rest comes
 * when it is asked for.
 */
const dist = 'packages/console/dist';
const page = readFileSync(`${dist}/index.html`, 'utf8');
const scripts = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, path]) => `${dist}/${path}`);

export default [{ name: 'first load of the console', path: scripts, limit: '195 KiB', gzip: true }];

import { build } from './build.mjs';

/**
 * `npm start`: builds what is out of date, then serves. What follows `npm start --` goes to the server: --port, --host,
 * --data.
 */
const files = await build();
if (files > 0) console.error(`Built ${files} files.`);
const { main } = await import('../packages/cli/dist/demo/start.js');
await main(process.argv.slice(2));

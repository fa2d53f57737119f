import { setFlagsFromString } from 'node:v8';

/** Of what outlived the last collection, in percent. */
const growth = 300;

/**
 * Makes collections of all garbage rare in a process that serves: each of them slows requests down for tens of
 * milliseconds. V8 by itself lets memory grow by a tenth in between, which is twice a second under load. A server holds
 * some 35 MB of objects, so that it takes up to 100 MB more for it; what it reads from is not on that heap.
 */
export function collectRarely(): void {
  // One of the few flags that V8 looks at again before each collection.
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}

import { stopOnSignals } from '../../src/start/signals.ts';

/** A process that is told to stop and never comes to an end of what it does. */
stopOnSignals({ stop: () => new Promise(() => {}) }, { patienceMs: Number(process.argv[2]) });
setInterval(() => {}, 60_000);
process.stdout.write('ready');

import { observeAndPublish } from './published.ts';

/* The process that observes and publishes a marketplace. */
process.once('message', async ({ directory, simulation }: { directory: string; simulation: never }) => {
  process.send?.(await observeAndPublish(directory, simulation), () => process.exit());
});

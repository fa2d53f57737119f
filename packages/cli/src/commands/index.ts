import { defineCommand } from 'citty';
import { doctor } from './doctor.ts';
import { ingest } from './ingest.ts';
import { keys } from './keys.ts';
import { publish } from './publish.ts';
import { serve } from './serve.ts';
import { simulate } from './simulate.ts';
import { usage } from './usage.ts';

export const vitrine = defineCommand({
  meta: { name: 'vitrine', description: 'Self-hosted analytics for social commerce' },
  subCommands: { serve, ingest, publish, keys, usage, simulate, doctor },
});

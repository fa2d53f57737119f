import { openVitrine, requireFreePort, sampleQuestion, serve, type Vitrine, type VitrineServer } from '@vitrine/server';
import { defineCommand } from 'citty';
import { strict, targetArguments } from '../arguments.ts';
import { collectRarely } from '../garbage-collection.ts';
import { configOf } from '../operations/open.ts';
import { print } from '../output/print.ts';
import { runMain } from '../run-main.ts';
import { loginInWords, stopInWords } from '../serving.ts';
import { silenceStandardInput } from '../standard-input.ts';
import { demoKey } from './demo-key.ts';
import { fill, isSimulated } from './fill.ts';

const start = defineCommand({
  meta: {
    name: 'npm start --',
    description: 'Serve a data directory; fill it with a simulated marketplace if it is empty',
  },
  args: {
    data: targetArguments.data,
    port: { type: 'string', valueHint: 'PORT', description: 'port to listen on; 0 picks a free one (PORT, else 8080)' },
    host: { type: 'string', valueHint: 'HOST', description: 'address to listen on (HOST, else 127.0.0.1)' },
  },
  plugins: [strict()],
  async run({ args }) {
    const logLevel = process.env['LOG_LEVEL'] || 'warn';
    const config = configOf({
      VITRINE_DATA_DIR: args.data,
      PORT: args.port,
      HOST: args.host,
      LOG_LEVEL: logLevel,
    });
    silenceStandardInput();
    collectRarely();
    await requireFreePort(config);
    const vitrine = await openVitrine(config);
    await closingOnFailure(vitrine, () => fill(vitrine));
    const key = await closingOnFailure(vitrine, () => demoKey(vitrine));
    const server = await serve(vitrine, { realExamples: await isSimulated(vitrine) });
    stopInWords(server);
    print(await welcome(vitrine, server, key));
  },
});

async function closingOnFailure<Result>(vitrine: Vitrine, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await vitrine.close();
    throw error;
  }
}

async function welcome({ engine, dataset, paths }: Vitrine, server: VitrineServer, key: string): Promise<string> {
  const { url } = server;
  const question = `${url}${await sampleQuestion(engine, dataset)}`;
  return `
Vitrine is serving ${paths.directory} at ${url}

  login ${await loginInWords(server)}
  docs  ${url}/docs
  key   ${key}
  try   curl -s -H 'Authorization: Bearer ${key}' '${question}'


Press Ctrl-C to stop.`;
}

/** What `npm start` runs. */
export function main(words: readonly string[]): Promise<void> {
  return runMain(start, words);
}

import { startServer } from '@vitrine/server';
import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../arguments.ts';
import { collectRarely } from '../garbage-collection.ts';
import { configOf } from '../operations/open.ts';
import { printResult } from '../output/print.ts';
import { loginAtStart, logLevelOtherwise, servedInWords, stopInWords } from '../serving.ts';
import { silenceStandardInput } from '../standard-input.ts';

export const serve = defineCommand({
  meta: { name: 'serve', description: 'Serve a data directory over HTTP until SIGTERM or Ctrl-C' },
  args: {
    data: targetArguments.data,
    port: { type: 'string', valueHint: 'PORT', description: 'port to listen on; 0 picks a free one (PORT, else 8080)' },
    host: { type: 'string', valueHint: 'HOST', description: 'address to listen on (HOST, else 127.0.0.1)' },
    ...jsonArgument,
  },
  plugins: [strict()],
  async run({ args }) {
    const config = configOf({
      VITRINE_DATA_DIR: args.data,
      PORT: args.port,
      HOST: args.host,
      LOG_LEVEL: logLevelOtherwise(),
    });
    silenceStandardInput();
    collectRarely();
    const server = await startServer(config);
    stopInWords(server);
    const { dataDirectory: data } = config;
    const login = args.json ? '' : await loginAtStart(server);
    const inWords = () => `${servedInWords(config, server)}\n${login}`;
    printResult(args.json, { url: server.url, pid: process.pid, data }, inWords);
  },
});

/* Logs some lines and ends: `node logging-process.ts LINES ENDING`. */
import { createLogger } from '../../src/kernel/logger.ts';

const [lines = '0', ending] = process.argv.slice(2);
const logger = createLogger();
for (let line = 0; line < Number(lines); line++) logger.info({ line }, 'logged');
if (ending === 'exit') process.exit(0);
if (ending === 'throw') throw new Error('the end');

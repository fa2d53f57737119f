import { readConfig } from '../../packages/server/src/config.ts';
import { openVitrine } from '../../packages/server/src/start/vitrine.ts';

/** Opens a data directory as another user of the machine, once everything is loaded, and prints why that fails. */
const [directory = '', user = ''] = process.argv.slice(2);
process.setgid?.(Number(user));
process.setuid?.(Number(user));
try {
  await openVitrine(readConfig({ VITRINE_DATA_DIR: directory }, {}));
  process.stdout.write('opened');
} catch (error) {
  process.stdout.write(String(error));
}
process.exit();

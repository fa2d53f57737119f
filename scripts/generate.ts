import './generate-observations.ts';
import './generate-lists.ts';
import './generate-docs.ts';
import './generate-examples.ts';
import './generate-sdk.ts';
import './generate-sources.ts';

import { removeOthers } from './generated-file.ts';

/* Everything that is generated and committed. With `--check` nothing is written: it fails where a file would change. */
const source = new URL('../packages/', import.meta.url);
for (const folder of ['schema/generated', 'publish/generated', 'publish/lists'])
  removeOthers(new URL(`server/src/warehouse/${folder}/`, source));
removeOthers(new URL('sdk/src/generated/', source));
removeOthers(new URL('../examples/', import.meta.url));

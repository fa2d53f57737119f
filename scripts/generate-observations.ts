import { readFileSync } from 'node:fs';
import { kinds } from '../packages/server/src/ingest/kinds/index.ts';
import { keepGenerated } from './generated-file.ts';
import { withTables } from './observations/documentation.ts';

/* What follows from the fields of the kinds: the tables of the docs. */
const all = [...kinds.values()];

const documentation = new URL('../docs/observations.md', import.meta.url);
keepGenerated(documentation, withTables(readFileSync(documentation, 'utf8'), all));

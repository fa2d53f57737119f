import type { Kind } from '../../packages/server/src/ingest/kinds/kind.ts';
import { everyColumn } from './columns.ts';

/** The fields of a kind as a table of docs/observations.md. */
export function tableOf(kind: Kind): string {
  const rows = everyColumn(kind).map(({ name, type, meaning }) => {
    const shown = kind.required.includes(name) ? `**${name}**` : name;
    return `| ${shown} | ${type.name} | ${meaning} |`;
  });
  return ['| field | type | meaning |', '|---|---|---|', ...rows].join('\n');
}

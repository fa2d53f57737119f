import type { Kind } from '../../packages/server/src/ingest/kinds/kind.ts';
import { everyField } from './columns.ts';

/** The fields of a kind as a table of docs/observations.md. */
export function tableOf(kind: Kind): string {
  const rows = everyField(kind).map(({ name, type, meaning }) => {
    const shown = kind.required.includes(name) ? `**${name}**` : name;
    return `| ${shown} | ${type.name} | ${meaning} |`;
  });
  return ['| field | type | meaning |', '|---|---|---|', ...rows].join('\n');
}

/** Whether its declaration says all that docs/observations.md does. */
export function isToldInFull({ declaration }: Kind): boolean {
  return declaration.about !== undefined;
}

/** All of a section of docs/observations.md. */
export function sectionOf(kind: Kind): string {
  return `### ${kind.name}\n\n${kind.declaration.about ?? ''}\n\n${tableOf(kind)}`;
}

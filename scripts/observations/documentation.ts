import type { Kind } from '../../packages/server/src/ingest/kinds/kind.ts';
import { everyColumn } from './columns.ts';

/** A document with the fields of each kind between its marks, `<!-- generated:KIND -->` and `<!-- /generated -->`. */
export function withTables(markdown: string, kinds: readonly Kind[]): string {
  return kinds.reduce(withTable, markdown);
}

function withTable(markdown: string, kind: Kind): string {
  const mark = `<!-- generated:${kind.name} -->`;
  const [before, after] = markdown.split(mark);
  const rest = after?.split('<!-- /generated -->');
  if (rest === undefined || rest.length < 2)
    throw new Error(`docs/observations.md lacks ${mark} … <!-- /generated -->`);
  return `${before}${mark}\n\n${tableOf(kind)}\n\n<!-- /generated -->${rest.slice(1).join('<!-- /generated -->')}`;
}

function tableOf(kind: Kind): string {
  const rows = everyColumn(kind).map(({ name, type, meaning }) => {
    const shown = kind.required.includes(name) ? `**${name}**` : name;
    return `| ${shown} | ${type.name} | ${meaning} |`;
  });
  return ['| field | type | meaning |', '|---|---|---|', ...rows].join('\n');
}

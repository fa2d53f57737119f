import {
  type SourceEntry,
  type SourceTableEntry,
  sourceCatalogue,
} from '../packages/server/src/ingest/sources/catalogue.ts';
import { type ToldName, toldOptions } from '../packages/server/src/ingest/sources/told.ts';
import { keepGenerated } from './generated-file.ts';

/* docs/sources.md follows from the declarations of the sources. */
const head = `# Sources

<!-- Made from packages/server/src/ingest/sources/from/ by scripts/generate-sources.ts ("npm run generate"): edits are lost. -->

\`vitrine ingest FILE\` reads files of other providers as they are: it recognizes them by their columns and members, never
by their name. \`--from SOURCE\` names the source instead; \`--dry-run\` shows what would be ingested. What a file does not
say is asked for, with the option that says it. \`vitrine sources\` lists this page on the terminal. Columns are named
here by their English headings; other headings of the same columns, such as in other languages, are listed below the
tables of each source. Case and spaces of headings do not matter, and the currency in \`Price($)\` may be any or none.

A file may hold rows of several sources, one value a line or in one zip: each table and each value is read by the source
that recognizes it, in the order of the file. With \`--from\`, rows of other sources are rejected. A zip may contain
several files of any of these kinds (JSON, CSV, XLSX; no zip within it). Every row of a response becomes a record or a
[reject](observations.md#rejected-lines) that says why it did not. A JSON line that is cut off is rejected alone: reading
continues with the next line. Of lines that cannot be read, rejects show no text, because it may be about persons.

Totals that a page shows rounded are ingested with \`rounded_to\`: \`4.6K\` is 4,600 in steps of 100. A plus sign says "at
least": \`100+\` is 100 in steps of 100, the unit of its last digit that is not 0, and at least 10 (\`5+\`).

A running total that a row states beside windows ("30 days: 5,000") also says what the total was before: these earlier
totals are ingested as \`derived\` records, so that the windows of the source are served from the first file on.
`;

const parts = [head, overview(sourceCatalogue()), ...sourceCatalogue().map(chapter)];
keepGenerated(new URL('../docs/sources.md', import.meta.url), parts.join('\n'));

function overview(entries: readonly SourceEntry[]): string {
  const rows = entries.map(({ name, title, tables }) => {
    const kinds = [...new Set(tables.flatMap((table) => table.kinds))].join(', ');
    return `| [${name}](#${name}) | ${title} | ${kinds} |`;
  });
  return ['| `--from` | files | kinds |', '|---|---|---|', ...rows, ''].join('\n');
}

function chapter({ name, otherNames, title, about, tables, headings }: SourceEntry): string {
  const also = otherNames.length === 0 ? '' : ` Also called ${otherNames.map((each) => `\`${each}\``).join(', ')}.`;
  const parts = [`## ${name}`, '', `${title}. ${about}${also}`, '', ...tables.map(section), ...otherHeadings(headings)];
  return parts.join('\n');
}

/** In the languages of the pages. */
function otherHeadings(headings: SourceEntry['headings']): readonly string[] {
  if (headings.length === 0) return [];
  const rows = headings.map(({ heading, also }) => `| ${codes([heading])} | ${codes(also)} |`);
  return ['### Other headings', '', '| column | also headed |', '|---|---|', ...rows, ''];
}

function section(table: SourceTableEntry): string {
  const { rows, kinds, containers, day, asksFor, personal, lost } = table;
  return [
    `### ${capital(rows)}`,
    '',
    `- Records: ${kinds.join(', ') || 'none'}. Files: ${containers.map((name) => name.toUpperCase()).join(', ')}.`,
    `- Day: ${day}.`,
    ...(asksFor.length > 0 ? [`- Asked for where rows do not say it: ${asksFor.map(option).join(', ')}.`] : []),
    ...(personal.length > 0 ? [`- Personal, never kept: ${codes(personal)}.`] : []),
    ...(lost.length > 0 ? [`- Not kept: ${codes(lost)}.`] : []),
    '',
    ...fieldRows(table),
    '',
  ].join('\n');
}

function fieldRows({ fields }: SourceTableEntry): readonly string[] {
  const rows = fields.map(({ field, from, reads }) => `| ${field} | ${codes(from) || '–'} | ${reads.join('; ')} |`);
  return ['| field | from | read as |', '|---|---|---|', ...rows];
}

function option(name: string): string {
  return `\`--${name}\` (${toldOptions[name as ToldName].description})`;
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

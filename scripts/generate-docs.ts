import { aliasesOf } from '../packages/server/src/catalogue/aliases.ts';
import { catalogue, exported, lists, rankings } from '../packages/server/src/catalogue/catalogue.ts';
import {
  type Endpoint,
  type ListEndpoint,
  type PagedEndpoint,
  requestedFields,
} from '../packages/server/src/catalogue/endpoint.ts';
import { views } from '../packages/server/src/catalogue/views.ts';
import { keepGeneratedSections } from './generated-file.ts';

/* Writes what the documents list of the catalogue, between marks. */

const root = new URL('../', import.meta.url);

keepGeneratedSections(new URL('README.md', root), {
  lists: table(
    ['path below `/v1/tiktok`', 'also required', 'returns', 'sort parameter: its values, from 1 (the default)'],
    lists.map((list) => [shortPath(list), requiredBy(list), list.title, sortOf(list)]),
  ),
  rankings: table(
    ['path below `/v1/tiktok`', 'ranks', 'by'],
    rankings.map((ranking) => [shortPath(ranking), `rows of the ${ranking.of.title.toLowerCase()}`, sortOf(ranking)]),
  ),
});

keepGeneratedSections(new URL('docs/clients.md', root), {
  aliases: table(
    ['path', 'endpoint'],
    catalogue.flatMap((endpoint) => aliasesOf(endpoint).map((path) => [code(path), code(endpoint.path)])),
  ),
  tools: `Tools: ${catalogue.map(({ tool }) => code(tool)).join(', ')}.`,
});

keepGeneratedSections(new URL('docs/export.md', root), {
  lists: [`Lists: ${idsOf('list')}.`, `Trends: ${idsOf('series')}.`].join('\n\n'),
});

keepGeneratedSections(new URL('docs/sql.md', root), {
  views: [
    table(
      ['view', 'holds the rows of'],
      views.flatMap(({ name, of }) => (of === undefined ? [] : [[code(name), code(of)]])),
    ),
    ...views.flatMap(({ name, summary, of, columns }) =>
      of === undefined
        ? [
            `### ${name}\n\n${summary}.`,
            table(
              ['column', 'meaning'],
              columns.map((each) => [code(each.name), each.meaning]),
            ),
          ]
        : [],
    ),
  ].join('\n\n'),
});

keepGeneratedSections(new URL('docs/guides/how-sure.md', root), {
  sure: table(
    ['endpoint', 'export, `vitrine get`', 'intervals of'],
    catalogue.filter((endpoint) => sureNumbers(endpoint).length > 0).map(sureRow),
  ),
});

function sureRow(endpoint: Endpoint): readonly string[] {
  const { id, kind, path } = endpoint;
  const only = kind === 'list' ? code(id) : `${code(id)}, no export`;
  return [code(path), only, sureNumbers(endpoint).map(code).join(', ')];
}

/** The numbers of which it is said how sure they are. */
function sureNumbers(endpoint: Endpoint): readonly string[] {
  const numberOf = /^(.+)_low$/;
  return requestedFields(endpoint).flatMap(({ name }) => numberOf.exec(name)?.[1] ?? []);
}

function idsOf(wanted: 'list' | 'series'): string {
  return exported.flatMap(({ id, kind }) => (kind === wanted ? [code(id)] : [])).join(', ');
}

function shortPath({ path }: Endpoint): string {
  return code(path.replace('/v1/tiktok', ''));
}

function requiredBy({ parameters }: ListEndpoint): string {
  const needed = parameters.filter(({ name, required, oneOf, use }) => {
    const isFirstOfThem = oneOf?.[0] === name;
    return (required || isFirstOfThem) && !use.as.startsWith('page');
  });
  return needed.map(({ name, oneOf = [name] }) => oneOf.map(code).join(' or ')).join(', ');
}

function sortOf({ parameters, sortFields, fixedOrder }: PagedEndpoint): string {
  const parameter = parameters.find(({ use }) => use.as === 'sortField');
  if (parameter === undefined) return `${sortFields[0]}, ${fixedOrder}`;
  return `${code(parameter.name)}: ${sortFields.join(', ')}`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), `|${header.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

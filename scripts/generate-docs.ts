import { aliasesOf } from '../packages/server/src/catalogue/aliases.ts';
import { catalogue, lists } from '../packages/server/src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../packages/server/src/catalogue/endpoint.ts';
import { keepGeneratedSections } from './generated-file.ts';

/* Writes what the documents list of the catalogue, between marks. */

const root = new URL('../', import.meta.url);

keepGeneratedSections(new URL('README.md', root), {
  lists: table(
    ['path below `/v1/tiktok`', 'also required', 'returns', 'sort parameter: its values, from 1 (the default)'],
    lists.map((list) => [code(list.path.replace('/v1/tiktok', '')), requiredBy(list), list.title, sortOf(list)]),
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
  lists: `Lists: ${lists.map(({ id }) => code(id)).join(', ')}.`,
});

function requiredBy({ parameters }: ListEndpoint): string {
  const needed = parameters.filter(({ required, oneOf, use }) => (required || oneOf) && !use.as.startsWith('page'));
  return needed.map(({ name }) => code(name)).join(', ');
}

function sortOf({ parameters, sortFields, fixedOrder }: ListEndpoint): string {
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

import type { LookupEndpoint } from './endpoint.ts';
import { digits, id, text } from './field.ts';
import { defineLookup } from './lookup.ts';
import type { Parameter } from './parameter.ts';

/** Languages that names of categories may be asked for in. */
const languages = ['th-TH', 'en-US', 'id-ID', 'zh-CN', 'ms-MY', 'vi-VN'] as const;

/** The categories of a level. */
export interface CategoryLevel {
  readonly level: 1 | 2 | 3;
  /** Its place in the path. */
  readonly path: 'primary' | 'secondary' | 'tertiary';
  /** The level above it: names of the parameter that asks for those below one category. */
  readonly parent?: readonly string[];
  readonly example: Readonly<Record<'category_id' | 'category_name' | 'parent_id', string>>;
}

/** The endpoint that returns the categories of a level. */
export function categoryLookup({ level, path, parent = [], example }: CategoryLevel): LookupEndpoint {
  const below = parent.length === 0 ? '' : ` Without \`${parent[0]}\`, all of the level.`;
  return defineLookup({
    id: `category-${path}`,
    path: `/v1/tiktok/category/${path}/analytics`,
    tool: `${path}_categories_analytics`,
    tag: 'Categories',
    title: `Categories, level ${level}`,
    summary: `List the categories of level ${level}, with their names in a language.`,
    description:
      `Returns every category of level ${level} by its ID, unpaged.${below} A category without a name in the language has its ` +
      'en-US name, or else the one in the first language there is: `language` says which. The names are the last ones ' +
      'observed, published or not.',
    rowId: 'category_id',
    columns: ['category_id', 'category_name', 'language', 'parent_id'],
    parameters: [languageArgument, ...parent.map((name, place) => parentArgument(name, parent[0] ?? '', place === 0))],
    row: {
      category_id: id('Category', example.category_id),
      category_level: digits('Level: 1, 2 or 3', String(level)),
      category_name: text('Name', example.category_name),
      language: text('Language of the name', 'en-US'),
      parent_id: id('Category above; "0" at level 1, and when unknown', example.parent_id),
    },
    exampleQuery: { language: 'en-US', ...(parent[0] && { [parent[0]]: example.parent_id }) },
  });
}

const languageArgument: Parameter = {
  name: 'language',
  required: true,
  domain: { kind: 'name', names: languages },
  use: { as: 'argument' },
  description: 'Language of the names.',
};

function parentArgument(name: string, first: string, isFirst: boolean): Parameter {
  const description = isFirst
    ? 'Only categories below this one.'
    : `Another name of \`${first}\`, which counts if both are given.`;
  return { name, required: false, domain: { kind: 'id' }, use: { as: 'argument' }, description };
}

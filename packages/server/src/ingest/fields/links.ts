import { type FieldCheck, type Limits, mismatch, rewrite, type Verdict } from './field-check.ts';
import type { Bound, ColumnTypes, Field, FieldType } from './field-type.ts';
import { idType } from './ids.ts';
import { isPresent, isRecord, normalRecord } from './records.ts';
import { parsedOrUndefined } from './texts.ts';

const linksMax = 1000;

type LinkFields = ReadonlyMap<string, FieldCheck>;
type OwnFields = Readonly<Record<string, Field>>;

/**
 * The products that a video or live promotes: a list of at most 1,000 `{product_id, …}`, as itself or as JSON in a
 * string. `own` are the fields beside `product_id`, all optional. An empty string or `"null"` says nothing.
 */
export function links(meaning: string, own: OwnFields): Field {
  return { meaning: `${meaning}, each with ${meaningOf(own)}`, type: linksType(own) };
}

function linksType(own: OwnFields): FieldType {
  const types = Object.entries(own).map(([name, { type }]) => [name, type] as const);
  const fields: LinkFields = new Map([['product_id', idType], ...types]);
  return {
    name: 'links',
    column: columnsOf(own),
    bound: boundOf(own),
    holdsNames: true,
    innerNames: [...fields.keys()],
    check(value, limits, lineBytes, unknownName) {
      if (typeof value === 'string' && saysNothing(value)) return rewrite;
      const list = typeof value === 'string' ? parsedOrUndefined(value) : value;
      const verdict = checkLinks(list, fields, limits, lineBytes);
      if (typeof verdict === 'string') return verdict;
      if (unknownName !== undefined) reportUnknown(list, fields, unknownName);
      return typeof value === 'string' ? rewrite : verdict;
    },
    normal: (value) => normalLinks(typeof value === 'string' ? parsedOrUndefined(value) : value, fields),
  };
}

function meaningOf(own: OwnFields): string {
  const each = Object.entries(own).map(([name, { type, meaning }]) => `\`${name}\` (${type.name}), ${meaning}`);
  return `its \`product_id\` and, if your source reports them, ${each.join(', and ')}`;
}

function columnsOf(own: OwnFields): ColumnTypes {
  const fields = Object.entries(own).map(([name, { type }]) => `${name} ${type.column.optional}`);
  const list = `Array(Tuple(product_id ${idType.column.required}, ${fields.join(', ')}))`;
  return { key: list, required: list, optional: list, merge: 'groupUniqArrayArray' };
}

/** Their places in a link start at 1, with `product_id`. */
function boundOf(own: OwnFields): Bound {
  const each = Object.entries(own).flatMap(([name, { type }], index) => type.bound?.(name, `link.${index + 2}`) ?? []);
  return (_, value) => `arrayStringConcat(arrayMap(link -> concat(${each.join(', ')}), ${value}))`;
}

function saysNothing(text: string): boolean {
  return text === '' || text === 'null';
}

function checkLinks(value: unknown, fields: LinkFields, limits: Limits, lineBytes: number): Verdict {
  if (!Array.isArray(value)) return mismatch('an array of {product_id, …}', value);
  if (value.length > linksMax) return `expected at most 1,000 products, got ${value.length}`;
  let rewriting = false;
  for (const [index, link] of value.entries()) {
    const verdict = checkLink(link, fields, limits, lineBytes);
    if (typeof verdict === 'string') return `entry ${index + 1}: ${verdict}`;
    rewriting ||= verdict === rewrite;
  }
  return rewriting ? rewrite : undefined;
}

function checkLink(link: unknown, fields: LinkFields, limits: Limits, lineBytes: number): Verdict {
  if (!isRecord(link)) return mismatch('an object with a product_id', link);
  if (!isPresent(link['product_id'])) return 'product_id is required, but missing';
  let rewriting = false;
  for (const [name, field] of fields) {
    const value = link[name];
    const verdict = isPresent(value) ? field.check(value, limits, lineBytes) : undefined;
    if (typeof verdict === 'string') return `${name}: ${verdict}`;
    rewriting ||= verdict === rewrite;
  }
  return rewriting ? rewrite : undefined;
}

function reportUnknown(links: unknown, fields: LinkFields, unknownName: (name: string) => void): void {
  if (!Array.isArray(links)) return;
  for (const link of links) for (const name in link) if (!fields.has(name)) unknownName(`[].${name}`);
}

function normalLinks(value: unknown, fields: LinkFields): unknown {
  return Array.isArray(value) ? value.map((link) => normalRecord(link, fields)) : undefined;
}

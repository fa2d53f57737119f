import { type FieldKind, type Limits, mismatch, rewrite, type Verdict } from './field-kind.ts';
import { id } from './ids.ts';
import { isPresent, isRecord, normalRecord } from './records.ts';
import { parsedOrUndefined } from './texts.ts';

const linksMax = 1000;

type LinkFields = ReadonlyMap<string, FieldKind>;

/**
 * The products that a video or live promotes: a list of at most 1,000 `{product_id, …}`, as itself or as JSON in a
 * string. `own` are the fields beside `product_id`, all optional. An empty string or `"null"` says nothing.
 */
export function links(own: Readonly<Record<string, FieldKind>>): FieldKind {
  const fields: LinkFields = new Map(Object.entries({ product_id: id, ...own }));
  return {
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

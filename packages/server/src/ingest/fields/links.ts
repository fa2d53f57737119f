import {
  type FieldCheck,
  type FieldReport,
  Instead,
  type Limits,
  mismatch,
  rewrite,
  type Verdict,
} from './field-check.ts';
import type { Bound, ColumnTypes, Field, FieldType } from './field-type.ts';
import { idType } from './ids.ts';
import { isPresent, isRecord, type JsonRecord, normalRecord, without } from './records.ts';
import { parsedOrUndefined } from './texts.ts';

const linksMax = 1000;

type LinkFields = ReadonlyMap<string, FieldCheck>;
type OwnFields = Readonly<Record<string, Field>>;

/**
 * The products that a video or live promotes: a list of at most 1,000 `{product_id, …}`, as itself or as JSON in a
 * string. `own` are the fields beside `product_id`, all optional. An empty string or `"null"` says nothing. What cannot
 * be read of it is left out: a link without a product, or a field of its own.
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
    flatNames: [...fields.keys()],
    check(value, limits, lineBytes, report) {
      if (typeof value === 'string' && saysNothing(value)) return rewrite;
      const list: unknown = typeof value === 'string' ? parsedOrUndefined(value) : value;
      if (!Array.isArray(list)) return mismatch('an array of {product_id, …}', list);
      if (list.length > linksMax) return `expected at most 1,000 products, got ${list.length}`;
      const verdict = checkLinks(list, (link, index) => checkLink(link, index, { fields, limits, lineBytes, report }));
      return verdict ?? (typeof value === 'string' ? rewrite : undefined);
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

function checkLinks(list: readonly unknown[], check: (link: unknown, index: number) => Verdict): Verdict {
  const verdicts = list.map(check);
  if (verdicts.every((verdict) => verdict === undefined)) return undefined;
  if (verdicts.every((verdict) => verdict === undefined || verdict === rewrite)) return rewrite;
  return new Instead(list.flatMap((link, index) => taken(link, verdicts[index])));
}

function taken(link: unknown, verdict: Verdict): readonly unknown[] {
  if (typeof verdict === 'string') return [];
  return [verdict instanceof Instead ? verdict.value : link];
}

interface LinkContext {
  readonly fields: LinkFields;
  readonly limits: Limits;
  readonly lineBytes: number;
  readonly report: FieldReport | undefined;
}

function checkLink(link: unknown, index: number, context: LinkContext): Verdict {
  const { limits, lineBytes, report } = context;
  if (!isRecord(link))
    return leaveOut(report, '[]', inEntry(index, mismatch('an object with a product_id', link)), link);
  const product = link['product_id'];
  const reason = isPresent(product) ? idType.check(product, limits, lineBytes) : 'required, but missing';
  if (typeof reason === 'string') return leaveOut(report, '[]', inEntry(index, `product_id: ${reason}`), link);
  const unread: string[] = [];
  let verdict: Verdict;
  for (const name in link) {
    const found = checkOwn(name, link, context);
    if (found === rewrite) verdict = rewrite;
    if (typeof found !== 'string') continue;
    unread.push(name);
    leaveOut(report, `[].${name}`, inEntry(index, found), link[name]);
  }
  return unread.length === 0 ? verdict : new Instead(without(link, unread));
}

function inEntry(index: number, reason: string): string {
  return `entry ${index + 1}: ${reason}`;
}

function checkOwn(name: string, link: JsonRecord, { fields, limits, lineBytes, report }: LinkContext): Verdict {
  const field = fields.get(name);
  if (field === undefined) report?.unknown(`[].${name}`);
  return isPresent(link[name]) ? field?.check(link[name], limits, lineBytes, report) : undefined;
}

function leaveOut(report: FieldReport | undefined, place: string, reason: string, value: unknown): string {
  report?.leftOut(place, reason, value);
  return reason;
}

function normalLinks(value: unknown, fields: LinkFields): unknown {
  return Array.isArray(value) ? value.map((link) => normalRecord(link, fields)) : undefined;
}

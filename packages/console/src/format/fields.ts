import type { Messages } from '../messages/messages.tsx';
import type { Endpoint, Field, Row } from '../server/catalogue.ts';
import type { Formats } from './formats.ts';

/** A field in the viewer's words: the name of its measure, and its window where it has one. */
export interface FieldLabel {
  readonly name: string;
  /** `7 days`; undefined for what has no window. */
  readonly window: string | undefined;
}

export function labelOf(t: Messages, { name, window, description }: Field): FieldLabel {
  const fixed = window === undefined ? /^(.*)_(\d+)d_(cnt|amt)$/.exec(name) : null;
  const measure = window?.of ?? (fixed ? `${fixed[1]}_Nd_${fixed[3]}` : name);
  const days = window?.days ?? (fixed ? Number(fixed[2]) : undefined);
  const words = t.find(`field.${measure}`) ?? t.find(`field.${name}`) ?? description.replace(/[;,(:].*$/, '');
  return { name: words, window: days === undefined ? undefined : t('window.days', { days }) };
}

export function labelText(t: Messages, field: Field): string {
  const { name, window } = labelOf(t, field);
  return window === undefined ? name : `${name}, ${window}`;
}

/** Kinds of numbers, which stand at the right of a column. */
const numeric: ReadonlySet<Field['kind']> = new Set(['count', 'amount', 'rate', 'rating']);

export function isNumeric({ kind }: Field): boolean {
  return numeric.has(kind);
}

/** What is written of a value; undefined for one that says it is unknown or none. */
export function written(formats: Formats, t: Messages, endpoint: Endpoint, field: Field, row: Row): string | undefined {
  const value = row[field.name];
  if (value === undefined || value === '') return undefined;
  switch (field.kind) {
    case 'count':
      return isMoment(field)
        ? momentOf(formats, value)
        : (choiceOf(endpoint, field, value) ?? formats.count(Number(value)));
    case 'amount':
      return isUnknownPrice(field, value) ? undefined : formats.money(Number(value), currencyOf(row));
    case 'rate':
      return formats.percent(Number(value));
    case 'rating':
      return value === 0 ? undefined : formats.decimal(Number(value));
    case 'day':
      return value === 0 ? undefined : formats.day(value);
    case 'date':
      return formats.day(value);
    case 'digits':
      return isMoment(field) ? momentOf(formats, value) : formats.count(Number(value));
    case 'flag':
    case 'code':
      return flagText(t, endpoint, field, value);
    case 'id':
      return value === '0' ? undefined : String(value);
    default:
      return String(value);
  }
}

/** The currency of the amounts of a row; empty when unknown. */
export function currencyOf(row: Row): string {
  return typeof row['currency'] === 'string' ? row['currency'] : '';
}

/** A price of 0 is one that is not known. */
function isUnknownPrice({ name }: Field, value: string | number): boolean {
  return value === 0 && /price/.test(name);
}

function isMoment({ name }: Field): boolean {
  return /^(create|finish)_time$|_timestamp$/.test(name);
}

function momentOf(formats: Formats, value: string | number): string | undefined {
  const moment = Number(value);
  if (moment === 0) return undefined;
  return formats.moment(moment > 1e11 ? moment : moment * 1000);
}

function choiceOf(endpoint: Endpoint, { name }: Field, value: string | number): string | undefined {
  if (name !== 'off_mark') return undefined;
  return endpoint.parameters.find((each) => each.field === name)?.domain.choices?.[Number(value) < 2 ? 0 : 1]?.label;
}

function flagText(t: Messages, endpoint: Endpoint, { name }: Field, value: string | number): string {
  const choice = t.find(`choice.${name}.${value}`);
  if (choice !== undefined) return choice;
  const choices = endpoint.parameters.find((each) => each.field === name && each.domain.choices)?.domain.choices;
  const found = choices?.find((each) => String(each.value) === String(value));
  if (found !== undefined) return t.find(`label.${found.label}`) ?? found.label;
  if (value === 1 || value === 'true') return t('yes');
  if (value === 0 || value === 'false') return t('no');
  return String(value);
}

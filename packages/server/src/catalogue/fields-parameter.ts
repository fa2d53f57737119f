import type { RowField } from '../serving/list-source.ts';
import { labelled, type Parameter, type ParameterDomain } from './parameter.ts';

type FieldsDomain = Extract<ParameterDomain, { readonly kind: 'fields' }>;

/** What asks for every field, which is what counts when nothing is asked for. */
export const everyField = 'all';

/**
 * Which fields of its rows a response has.
 *
 * @param onRequest fields that rows have only when they are asked for.
 */
export function fieldsParameters(row: readonly RowField[], onRequest: readonly RowField[]): readonly Parameter[] {
  const besides = onRequest.map(({ name }) => name);
  const more =
    besides.length === 0
      ? ''
      : ' Those that say how sure an estimate is come only when they are named, or with `sure`.';
  const fields: Parameter = {
    name: 'fields',
    required: false,
    domain: { kind: 'fields', names: row.map(({ name }) => name), onRequest: besides },
    use: { as: 'fields' },
    description: `Only these fields of each row, separated by commas; their order stays that of the row. \`all\` (or \`*\`) asks for every field, as does leaving it out.${more}`,
  };
  return besides.length === 0 ? [fields] : [fields, sure];
}

const sure: Parameter = {
  name: 'sure',
  required: false,
  domain: { kind: 'choice', choices: labelled('no', 'yes') },
  use: { as: 'sure' },
  description: 'Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on.',
};

/** The names in the order of the row, each once, joined by commas; undefined when one is unknown or there is none. */
export function chosenFields(domain: FieldsDomain, given: string): string | undefined {
  const { names, onRequest } = domain;
  const asked = new Set(namesIn(given));
  if (asked.size === 0 || unknownFields(domain, given).length > 0) return undefined;
  const isWhole = asked.has(everyField) || asked.has('*');
  const chosen = [
    ...names.filter((name) => isWhole || asked.has(name)),
    ...onRequest.filter((name) => asked.has(name)),
  ];
  return chosen.join(',') === names.join(',') ? everyField : chosen.join(',');
}

/** The same with those on request that say how sure the chosen ones are. */
export function sureFieldsOf({ names, onRequest }: FieldsDomain, chosen: string): string {
  const wanted = chosen === everyField ? names : chosen.split(',');
  const sureOnes = onRequest.filter((name) => !wanted.includes(name) && wanted.some((of) => name.startsWith(`${of}_`)));
  return [...wanted, ...sureOnes].join(',');
}

/** Names in the text that no field has. */
export function unknownFields({ names, onRequest }: FieldsDomain, given: string): readonly string[] {
  const known = [everyField, '*', ...names, ...onRequest];
  return namesIn(given).filter((name) => !known.includes(name));
}

function namesIn(given: string): readonly string[] {
  return given
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

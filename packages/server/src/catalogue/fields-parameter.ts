import type { RowField } from '../serving/list-source.ts';
import type { Parameter } from './parameter.ts';

/** What asks for every field, which is what counts when nothing is asked for. */
export const everyField = 'all';

/** Which fields of its rows a response has. */
export function fieldsParameter(row: readonly RowField[]): Parameter {
  return {
    name: 'fields',
    required: false,
    domain: { kind: 'fields', names: row.map(({ name }) => name) },
    use: { as: 'fields' },
    description:
      'Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out.',
  };
}

/** The names in the order of the row, each once, joined by commas; undefined when one is unknown or there is none. */
export function chosenFields(names: readonly string[], given: string): string | undefined {
  const asked = new Set(namesIn(given));
  if (asked.size === 0 || unknownFields(names, given).length > 0) return undefined;
  if (asked.has(everyField) || asked.has('*')) return everyField;
  const chosen = names.filter((name) => asked.has(name));
  return chosen.length === names.length ? everyField : chosen.join(',');
}

/** Names in the text that no field has. */
export function unknownFields(names: readonly string[], given: string): readonly string[] {
  return namesIn(given).filter((name) => name !== everyField && name !== '*' && !names.includes(name));
}

function namesIn(given: string): readonly string[] {
  return given
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

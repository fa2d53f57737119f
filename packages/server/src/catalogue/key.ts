import { type Choice, equal, type Parameter, type ParameterDomain } from './parameter.ts';

/** A field that says whose list it is: a request fixes it, and the list's table is ordered by it. */
export interface Key {
  readonly field: string;
  readonly parameters: readonly Parameter[];
}

/** Whose list it is: an id. */
export function ofId(name: string, description: string): Key {
  return required(name, { kind: 'id' }, description);
}

/** Whose lists they are: several ids, whose rows come one list after the other. One parameter takes them. */
export function ofIds(parameter: string, field: string, countMax: number): Key {
  const description = `1 to ${countMax} IDs, separated by commas. The rows of each come in this order; unknown IDs have none.`;
  const use = { as: 'key', field, test: 'anyOf' } as const;
  return {
    field,
    parameters: [{ name: parameter, required: true, domain: { kind: 'ids', countMax }, use, description }],
  };
}

/** Whose list it is: a market. */
export function market(name: string, description = 'Market code. Case-insensitive.'): Key {
  return required(name, { kind: 'region' }, description);
}

/** Of which day the list is. */
export function ofDate(name: string, description: string): Key {
  return required(name, { kind: 'date' }, description);
}

/** Of which sort the list is: a value of an enum. */
export function ofChoice(name: string, choices: readonly Choice[], description: string): Key {
  return required(name, { kind: 'choice', choices }, description);
}

/**
 * The same under another name too: one of the two must be given.
 *
 * @param field of the row, a text that is compared without regard to case, such as a handle.
 */
export function orHandle(key: Key, field: string, description: string): Key {
  const oneOf = [...key.parameters.map(({ name }) => name), field];
  const byHandle: Parameter = {
    name: field,
    required: false,
    oneOf,
    domain: { kind: 'handle' },
    use: { as: 'key', field, test: 'equalInAnyCase' },
    description,
  };
  const byKey = key.parameters.map((parameter) => ({ ...parameter, required: false, oneOf }));
  return { field: key.field, parameters: [...byKey, byHandle] };
}

function required(name: string, domain: ParameterDomain, description: string): Key {
  return {
    field: name,
    parameters: [{ name, required: true, domain, use: { as: 'key', ...equal(name) }, description }],
  };
}

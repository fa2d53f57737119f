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

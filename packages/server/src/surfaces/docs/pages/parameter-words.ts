import { expectation } from '../../../catalogue/domains.ts';
import { parameterSchema } from '../../../catalogue/json-schema.ts';
import type { Parameter } from '../../../catalogue/parameter.ts';

/** Type of a parameter, in a word. */
export function typeWord(parameter: Parameter): string {
  return parameter.domain.kind === 'choice' ? 'enum' : parameterSchema(parameter).type;
}

/** What values it takes, as a sentence; of an enum and of fields nothing, they are listed. */
export function limits({ domain }: Parameter): string {
  if (domain.kind === 'choice' || domain.kind === 'fields') return '';
  const words = expectation(domain);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

/** What counts when it is absent, with its name if it is of an enum. */
export function defaultWords({ domain, defaultValue }: Parameter): string | undefined {
  if (defaultValue === undefined) return undefined;
  const label = domain.kind === 'choice' && domain.choices.find(({ value }) => value === defaultValue)?.label;
  return label ? `${defaultValue} (${label})` : String(defaultValue);
}

/** As pages list them: the required ones first, otherwise in the order of the catalogue. */
export function requiredFirst(parameters: readonly Parameter[]): readonly Parameter[] {
  return [...parameters.filter(({ required }) => required), ...parameters.filter(({ required }) => !required)];
}

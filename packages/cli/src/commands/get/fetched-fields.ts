import type { EndpointSpec, FieldSpec } from '@vitrine/sdk';

/** What of a call says which fields its rows have. */
export interface FieldsGiven {
  readonly fields?: string | undefined;
  readonly sure?: string | undefined;
}

/** The fields that rows of a call have. */
export interface FetchedFields {
  /** In the order of the row, those on request last. */
  readonly all: readonly FieldSpec[];
  /** Those on request that were not asked for. */
  readonly others: readonly FieldSpec[];
  /** Whether each field is among them that rows have without being asked for it. */
  readonly isWhole: boolean;
}

/** Which fields the server answers with: those named, or all, and on request those that say how sure these are. */
export function fetchedFields({ row, onRequest = [] }: EndpointSpec, given: FieldsGiven): FetchedFields {
  const names = given.fields?.split(',').map((name) => name.trim()) ?? ['all'];
  const isWhole = names.includes('all') || names.includes('*');
  const fields = row.filter(({ name }) => isWhole || names.includes(name));
  const isAsked = (field: FieldSpec) =>
    names.includes(field.name) || (isSure(given) && fields.some((number) => saysOf(field, number)));
  return {
    all: [...fields, ...onRequest.filter(isAsked)],
    others: onRequest.filter((field) => !isAsked(field)),
    isWhole,
  };
}

/** Whether a field on request says how sure a number is. */
export function saysOf({ name }: FieldSpec, number: FieldSpec): boolean {
  return name.startsWith(`${number.name}_`);
}

/** Whether a call asks how sure its numbers are. */
export function isSure({ sure }: FieldsGiven): boolean {
  return sure === '1' || sure === 'yes';
}

import type { FieldCheck } from '../fields/field-check.ts';
import type { Bound, Field, StampedType } from '../fields/field-type.ts';
import type { JsonRecord } from '../fields/records.ts';

/** What records of one kind look like and where they land. */
export interface Kind {
  readonly name: string;
  /** Its landing table, whose columns are `batch` and the fields, unless it is {@link KindDeclaration.reworked}. */
  readonly table: string;
  /** Every field and its type. */
  readonly fields: ReadonlyMap<string, FieldCheck>;
  /** Those of them that its landing table keeps. */
  readonly landed: ReadonlyMap<string, FieldCheck>;
  /** Fields no record can do without, the key first. */
  readonly required: readonly string[];
  /** Fields that cost the record when they cannot be read: these and {@link KindDeclaration.decisive}. */
  readonly decisive: ReadonlySet<string>;
  /** Fields that hold named values ({@link FieldCheck.holdsNames}). */
  readonly nested: readonly string[];
  /** Fields that are kept as JSON text ({@link FieldCheck.isJson}). */
  readonly json: readonly string[];
  /** See {@link KindDeclaration.otherPersons}. */
  readonly otherPersons: readonly string[];
  /** The field whose only entry may be written flat, in the record itself ({@link FieldCheck.flatNames}). */
  readonly flat?: { readonly field: string; readonly names: readonly string[] } | undefined;
  /** What scripts/generate-observations.ts makes tables, steps and documentation of. */
  readonly declaration: KindDeclaration;
}

export type Fields = Readonly<Record<string, Field>>;
/** Fields whose current value is the last one that was seen: the steps that keep it are generated. */
export type LastSeenFields = Readonly<Record<string, Field<StampedType>>>;

export interface KindDeclaration {
  readonly name: string;
  /** What its records are, for docs/observations.md; absent: that is written there, beside what follows from it. */
  readonly about?: string;
  /** Its records hold whatever the day, and say nothing of the marketplace on one: the as-of day does not depend on them. */
  readonly isReference?: true;
  readonly key: Fields;
  readonly required: Fields;
  /** Current values that most records carry. */
  readonly lastSeen?: LastSeenFields;
  /** Current values that few records carry: only those records are read for them. */
  readonly details?: LastSeenFields;
  /** Fields that steps read in ways of their own, or that none reads. */
  readonly others?: Fields;
  /** Columns that are calculated from the others, with their bounds (schema/040_bounds.sql). */
  readonly calculated?: Readonly<Record<string, Bound>>;
  readonly reworked?: Reworked;
  /** Optional fields without which the record would say something else. */
  readonly decisive?: readonly string[];
  /** An id that a name may stand in for. */
  readonly named?: NamedId;
  /** Fields with the id of a creator whom the record is not about: of an erased one they alone are left out. */
  readonly otherPersons?: readonly string[];
  /** What is wrong with a record whose fields are each good. */
  readonly contradiction?: (record: JsonRecord) => Contradiction | undefined;
}

/** Columns that ingest works out of fields, which are not kept. */
export interface Reworked {
  /** The fields that are not kept. */
  readonly dropped: Fields;
  /** Columns that come first in the key of the landing table. */
  readonly key: Fields;
  readonly columns: Fields;
  /** Values of these columns, of a good record. */
  of(record: JsonRecord): JsonRecord;
}

/** An id that a record may lack when it has a name in its place: it is given one of ours, made of the name alone. */
export interface NamedId {
  /** The field of the id. */
  readonly id: string;
  /** Fields of the name, the name itself first. */
  readonly by: readonly string[];
  /** SQL of the name as it is compared, and of the id of ours that it stands for. */
  readonly normal: string;
  readonly own: string;
  /** Undefined: the record has no such name. */
  of(record: JsonRecord): string | undefined;
}

/** Fields that do not fit each other. */
export interface Contradiction {
  readonly field: string;
  readonly reason: string;
}

/** Makes a kind of its declaration. */
export function declareKind(declaration: KindDeclaration): Kind {
  const { name, key, required, lastSeen, details, others, reworked } = declaration;
  const kept: Fields = { ...key, ...required, ...lastSeen, ...details, ...others };
  const fields = typesOf({ ...reworked?.dropped, ...kept });
  const having = (mark: 'holdsNames' | 'isJson') => [...fields].flatMap(([field, type]) => (type[mark] ? [field] : []));
  return {
    name,
    table: `landing_${name}`,
    fields,
    landed: typesOf(kept),
    required: Object.keys({ ...key, ...required }),
    decisive: new Set([...Object.keys({ ...key, ...required }), ...(declaration.decisive ?? [])]),
    nested: having('holdsNames'),
    json: having('isJson'),
    otherPersons: declaration.otherPersons ?? [],
    flat: flatIn(fields),
    declaration,
  };
}

function flatIn(fields: ReadonlyMap<string, FieldCheck>): Kind['flat'] {
  const found = [...fields].find(([, { flatNames }]) => flatNames !== undefined);
  return found && { field: found[0], names: found[1].flatNames ?? [] };
}

function typesOf(fields: Fields): ReadonlyMap<string, FieldCheck> {
  return new Map(Object.entries(fields).map(([name, { type }]) => [name, type]));
}

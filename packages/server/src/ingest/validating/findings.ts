import { examplesMax, type Suspicion } from '../../kernel/suspicion.ts';
import type { JsonRecord } from '../fields/records.ts';
import type { Kind } from '../kinds/kind.ts';
import { CappedCounts, type IngestSummary, type LeftOutField, type MendedValue } from '../summary.ts';
import { FileSuspicions } from '../suspicions/file-suspicions.ts';
import { meantFields } from './meant-fields.ts';
import type { Reject } from './rejects.ts';

const unknownNamesMax = 200;
const nameLengthMax = 100;

interface LeftOut extends LeftOutField {
  count: number;
  readonly examples: Reject[];
}

/** What a run of ingest meets in records and does not refuse them for. */
export class Findings {
  readonly #unknownFields = new CappedCounts(unknownNamesMax);
  readonly #mended = new Map<string, MendedValue>();
  readonly #leftOut = new Map<string, LeftOut>();
  readonly #suspicions = new FileSuspicions();

  /** @param place of a name that nothing reads: a field, or `field[].name`. */
  unknown(kind: Kind, place: string): void {
    this.#unknownFields.add(`${kind.name}.${place.slice(0, nameLengthMax)}`);
  }

  /** @param field as `kind.field`, here and below. */
  mended(field: string, from: string, to: string): void {
    const key = `${field} ${from}`;
    this.#mended.set(key, { field, from, to, count: (this.#mended.get(key)?.count ?? 0) + 1 });
  }

  /** A number in a text that may have meant another one. */
  ambiguous(field: string, value: string): void {
    this.#suspicions.thousands(field, value);
  }

  /** @param field as `kind.field`, with its place where a part was left out. */
  leftOut(field: string, example: Reject): void {
    const { column } = example;
    const key = column === undefined ? field : `${field} ${column}`;
    const met = this.#leftOut.get(key) ?? { field, ...(column !== undefined && { column }), count: 0, examples: [] };
    met.count += 1;
    if (met.examples.length < examplesMax) met.examples.push(example);
    this.#leftOut.set(key, met);
  }

  /** A record that is taken in, as it was given. */
  takenIn(kind: Kind, record: JsonRecord): void {
    this.#suspicions.see(kind, record);
  }

  /** What only those who read the file can see. */
  suspect(suspicion: Suspicion): void {
    this.#suspicions.add(suspicion);
  }

  /** What a summary says of them. */
  summary(): FindingsSummary {
    const unknownFields = this.#unknownFields.toObject();
    const meant = meantFields(Object.keys(unknownFields));
    const leftOut = [...this.#leftOut.values()];
    const mended = [...this.#mended.values()];
    const suspicions = this.#suspicions.found();
    return {
      unknownFields,
      ...(Object.keys(meant).length > 0 && { meantFields: meant }),
      ...(leftOut.length > 0 && { leftOut }),
      ...(mended.length > 0 && { mended }),
      ...(suspicions.length > 0 && { suspicions }),
    };
  }
}

type FindingsSummary = Pick<IngestSummary, 'unknownFields' | 'meantFields' | 'leftOut' | 'mended' | 'suspicions'>;

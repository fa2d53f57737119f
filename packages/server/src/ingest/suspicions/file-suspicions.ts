import { examplesMax, type Suspicion } from '../../kernel/suspicion.ts';
import type { FieldType } from '../fields/field-type.ts';
import type { JsonRecord } from '../fields/records.ts';
import type { Kind } from '../kinds/kind.ts';
import { oneValue } from './one-value.ts';
import { percents } from './percents.ts';
import { roundedIds } from './rounded-ids.ts';
import { severalTotals } from './several-totals.ts';
import type { Suspect } from './suspect.ts';
import { windowsAsTotals } from './windows-as-totals.ts';

/** Looks over the records of a run for what a source often gets wrong without breaking a rule. */
export class FileSuspicions {
  readonly #suspects = new Map<Kind, readonly Suspect[]>();
  readonly #ofFile: Suspicion[] = [];
  readonly #thousands = new Map<string, { count: number; readonly examples: string[] }>();

  /** @param record as it was given; it is taken in. */
  see(kind: Kind, record: JsonRecord): void {
    for (const suspect of this.#suspectsOf(kind)) suspect.see(record);
  }

  /** A number in a text whose dot may separate thousands. @param field `kind.field` */
  thousands(field: string, value: string): void {
    const met = this.#thousands.get(field) ?? { count: 0, examples: [] };
    met.count += 1;
    if (met.examples.length < examplesMax) met.examples.push(value);
    this.#thousands.set(field, met);
  }

  /** What was found elsewhere. */
  add(suspicion: Suspicion): void {
    this.#ofFile.push(suspicion);
  }

  found(): readonly Suspicion[] {
    const ofKinds = [...this.#suspects.values()].flat().flatMap((suspect) => suspect.found());
    return [...this.#ofFile, ...ofKinds, ...[...this.#thousands].map(([field, met]) => thousandsDot(field, met))];
  }

  #suspectsOf(kind: Kind): readonly Suspect[] {
    let suspects = this.#suspects.get(kind);
    if (suspects === undefined) {
      suspects = suspectsOf(kind);
      this.#suspects.set(kind, suspects);
    }
    return suspects;
  }
}

/** Of those that a kind has the first. */
const mainTotals: readonly string[] = ['total_sale_cnt', 'total_views_cnt'];

function suspectsOf({ name, fields, declaration }: Kind): readonly Suspect[] {
  const key = Object.keys(declaration.key)[0] ?? '';
  const declared = {
    ...declaration.key,
    ...declaration.required,
    ...declaration.lastSeen,
    ...declaration.details,
    ...declaration.others,
    ...declaration.reworked?.dropped,
  };
  const named = (is: (field: string, type: FieldType) => boolean) =>
    Object.entries(declared).flatMap(([field, { type }]) => (is(field, type) ? [field] : []));
  const totals = named((field) => field.startsWith('total_'));
  return [
    ...named((_, type) => type.name === 'id').map((field) => roundedIds(name, field)),
    ...named((field) => field === 'sale_id').map((field) => roundedIds(name, field, 1)),
    ...totals.map((field) => oneValue(name, key, field)),
    ...mainTotals
      .filter((field) => totals.includes(field))
      .slice(0, 1)
      .map((field) => severalTotals(name, key, field)),
    ...named((_, type) => type.name === 'fraction').map((field) => percents(name, field)),
    ...(totals.length > 0 ? [windowsAsTotals(name, key, totals, new Set([...fields.keys(), 'kind']))] : []),
  ];
}

function thousandsDot(field: string, met: { readonly count: number; readonly examples: readonly string[] }): Suspicion {
  const { count, examples } = met;
  const [first = ''] = examples;
  const message = `${first} was read as ${Number(first)}: if the dot separates thousands, send ${first.replace('.', '')}`;
  return { sign: 'thousands-dot', field, count, of: count, message, examples };
}

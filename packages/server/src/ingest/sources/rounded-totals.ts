import { isPresent, type JsonRecord } from '../fields/records.ts';
import type { Kind } from '../kinds/kind.ts';
import { Rounded } from './readers/reader.ts';

const dayMs = 86_400_000;

/**
 * Totals of a record that the source has rounded. A record is exact or rounded as a whole: where only some of its totals
 * are rounded, they make a record of their own.
 */
export class RoundedTotals {
  readonly #values: Record<string, unknown> = {};
  readonly #steps = new Map<string, number>();
  readonly #allLinks: Record<string, unknown> = {};

  get values(): JsonRecord {
    return this.#values;
  }

  /** By their fields. */
  get steps(): ReadonlyMap<string, number> {
    return this.#steps;
  }

  add(field: string, { value, step }: Rounded): void {
    this.#values[field] = value;
    this.#steps.set(field, step);
  }

  /** Links, with what is rounded of their sales. @returns them without that */
  addLinks(field: string, links: readonly JsonRecord[]): readonly JsonRecord[] {
    const rounded = links.filter((link) => Object.values(link).some(isRounded));
    if (rounded.length === 0) return links;
    for (const [name, value] of rounded.flatMap(Object.entries))
      if (isRounded(value)) this.#steps.set(name, Math.max(this.#steps.get(name) ?? 1, value.step));
    this.#values[field] = rounded.map((link) =>
      plain(link, (name, value) => name === 'product_id' || isRounded(value)),
    );
    this.#allLinks[field] = links.map((link) => plain(link, () => true));
    return links.map((link) => plain(link, (_, value) => !isRounded(value)));
  }

  /** The step of counts is the one that matters: amounts only where no count is rounded. */
  get #step(): number | undefined {
    const steps = [...this.#steps];
    const ofCounts = steps.filter(([field]) => !field.endsWith('_amt'));
    const those = (ofCounts.length > 0 ? ofCounts : steps).map(([, step]) => step);
    return those.length === 0 ? undefined : Math.max(...those);
  }

  /**
   * Gives a record its rounded totals.
   *
   * @returns the record of its own that they make; undefined: they are in the record.
   */
  settle(kind: Kind, record: Record<string, unknown>): JsonRecord | undefined {
    const step = this.#step;
    if (step === undefined) return undefined;
    if (!kind.fields.has('rounded_to') || !hasExact(kind, record)) {
      Object.assign(record, this.#values, this.#allLinks, kind.fields.has('rounded_to') && { rounded_to: step });
      return undefined;
    }
    const { id, by = [] } = kind.declaration.named ?? {};
    const names = [...kind.required, id, ...by].filter((name) => name !== undefined && isPresent(record[name]));
    const key = Object.fromEntries(['kind', ...names, 'currency'].map((name) => [name, record[String(name)]]));
    return { ...key, observed_at: besideMoment(record['observed_at']), ...this.#values, rounded_to: step };
  }
}

/** Whether a record has exact totals of which the days count. */
function hasExact({ declaration }: Kind, record: JsonRecord): boolean {
  return Object.entries(record).some(([field, value]) => isTotal(field, value, declaration.details));
}

function isTotal(field: string, value: unknown, details: object | undefined): boolean {
  if (Array.isArray(value)) return value.some((link: object) => Object.keys(link).some((name) => isTotal(name, 0, {})));
  return field.startsWith('total_') && !(field in (details ?? {}));
}

/** A millisecond off, on the same day: records of one moment would become one. */
function besideMoment(observedAt: unknown): unknown {
  const ms = Date.parse(String(observedAt));
  if (Number.isNaN(ms)) return observedAt;
  return new Date((ms + 1) % dayMs === 0 ? ms - 1 : ms + 1).toISOString();
}

function isRounded(value: unknown): value is Rounded {
  return value instanceof Rounded;
}

function plain(link: JsonRecord, isKept: (name: string, value: unknown) => boolean): JsonRecord {
  const kept = Object.entries(link).filter(([name, value]) => isKept(name, value));
  return Object.fromEntries(kept.map(([name, value]) => [name, isRounded(value) ? value.value : value]));
}

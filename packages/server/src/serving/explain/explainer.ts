import { ApiError, errors } from '../../kernel/errors.ts';
import { nearestName } from '../../kernel/nearest-name.ts';
import { dayOf } from '../../warehouse/day.ts';
import type { Engine } from '../../warehouse/engine/engine.ts';
import { stateDatabase } from '../../warehouse/publish/state-database.ts';
import type { DatasetVersion, VersionStore } from '../../warehouse/versions.ts';
import { BoundedWork } from '../bounded-work.ts';
import { readOfState } from '../published-versions.ts';
import { numberParts, sumOf } from './breakdowns.ts';
import type { Digits } from './decimals.ts';
import { type ExplainedRow, explainedRow, servedValue, spanOfField } from './explained-row.ts';
import type { ExplainQuestion, Explanation } from './explanation.ts';
import type { Basis, ExplainedField, ExplainedKind, Measure } from './measure.ts';
import { notesOf } from './notes.ts';
import { type PartsQuestion, PartsReader } from './parts-reader.ts';
import { type BatchNames, SightingsOfNumber } from './sightings-of-number.ts';

export interface ExplainerParts {
  readonly engine: Engine;
  readonly versions: Pick<VersionStore, 'current' | 'quarantine'>;
  readonly batches: BatchNames;
  readonly kinds: readonly ExplainedKind[];
  /** Tables of lists, by their ids. */
  readonly tables: ReadonlyMap<string, string>;
}

/** Of the engine's sessions, most are left to others. */
const bounds = { msMax: 30_000, atOnceMax: 1 };

/** Says where served numbers come from. */
export class Explainer {
  readonly #parts: ExplainerParts;
  readonly #reader: PartsReader;
  readonly #sightings: SightingsOfNumber;
  readonly #work = new BoundedWork(bounds);

  constructor(parts: ExplainerParts) {
    this.#parts = parts;
    this.#reader = new PartsReader(parts.engine, parts.tables);
    this.#sightings = new SightingsOfNumber(parts);
  }

  /**
   * Explains a field of the row of an entity in the served version.
   *
   * @throws ApiError parameter-invalid: a kind or field that there is not; resource-unknown: no such entity;
   * dataset-missing before the first publish; too-slow; EngineError
   */
  async explain(question: ExplainQuestion): Promise<Explanation> {
    const kind = kindNamed(this.#parts.kinds, question.kind);
    const field = fieldNamed(kind, question.field);
    checkId(question.id);
    const current = await this.#parts.versions.current();
    if (current === undefined) throw new ApiError(errors.datasetMissing, {});
    return this.#work.run(() => this.#explained(kind, field, question, current));
  }

  async #explained(
    kind: ExplainedKind,
    field: ExplainedField,
    question: ExplainQuestion,
    current: DatasetVersion,
  ): Promise<Explanation> {
    const published = {
      version: current.version,
      state: stateDatabase(current.lineage),
      asOfDay: dayOf(current.asOf),
      watermark: current.watermark,
    };
    const found = await explainedRow(this.#parts.engine, kind, question, published);
    const measure = measureOf(kind, field);
    const asked: PartsQuestion = {
      id: found.id,
      field: field.name,
      version: published.version,
      state: published.state,
      currency: String(found.row['currency'] ?? ''),
      ...spanOfField(field, published.asOfDay),
    };
    const read = async () => ({
      ...(await this.#number(kind, field, measure, found, asked)),
      ...(await this.#sightings.of({ kind, field, measure, found, asked, published })),
    });
    const answer = await readOfState({ id: kind.list }, published, read());
    const quarantine = await this.#parts.versions.quarantine();
    return {
      kind: kind.kind,
      id: found.id,
      region: String(found.row['region'] ?? ''),
      field: field.name,
      version: current.version,
      asOf: current.asOf,
      ...answer,
      notes: notesOf({ asked: question.id, found, quarantine, kind: kind.kind, field, measure }),
    };
  }

  async #number(
    { fields }: ExplainedKind,
    field: ExplainedField,
    measure: Measure,
    { row }: ExplainedRow,
    asked: PartsQuestion,
  ) {
    const value = servedValue(field, row, field.name);
    const parts = await numberParts(this.#reader, measure, asked, { value, digits: digitsOf(field) });
    const from = (measure.from ?? []).map((name) => ({ field: name, value: valueNamed(fields, row, name) }));
    const sums = await Promise.all((measure.sums ?? []).map((sum) => sumOf(this.#reader, sum, asked)));
    return {
      value,
      currency: field.kind === 'amount' ? asked.currency : null,
      meaning: field.meaning,
      rule: { ...field.section, words: measure.rule },
      basis: basisOf(field, measure, row, parts.isStated),
      interval: intervalOf(field, row),
      window: spanOfField(field, asked.lastDay).window,
      unrounded: parts.unrounded,
      rounding: measure.rounding ?? null,
      breakdowns: parts.breakdowns,
      from: [...from, ...sums],
    };
  }
}

function kindNamed(kinds: readonly ExplainedKind[], given: string): ExplainedKind {
  const found = kinds.find(({ kind }) => kind === given);
  if (found !== undefined) return found;
  throw unknownName(
    'kind',
    given,
    kinds.map(({ kind }) => kind),
  );
}

function fieldNamed({ fields }: ExplainedKind, given: string): ExplainedField {
  const found = fields.find(({ name }) => name === given);
  if (found !== undefined) return found;
  throw unknownName(
    'field',
    given,
    fields.map(({ name }) => name),
  );
}

function unknownName(name: string, given: string, known: readonly string[]): ApiError {
  const meant = nearestName(given, known);
  const expected = `one of ${known.join(', ')}${meant === undefined ? '' : ` (did you mean ${meant}?)`}`;
  return new ApiError(errors.parameterInvalid, { name, expected, given: JSON.stringify(given.slice(0, 100)) });
}

function checkId(given: string): void {
  if (/^\d{1,20}$/.test(given) && BigInt(given) < 2n ** 64n) return;
  const expected = `an id of 1 to 20 digits, at most ${2n ** 64n - 1n}`;
  throw new ApiError(errors.parameterInvalid, { name: 'id', expected, given: JSON.stringify(given.slice(0, 40)) });
}

/** @throws TypeError where nothing says how the field is explained: a fault in a declaration */
function measureOf({ kind, measures }: ExplainedKind, { name, window }: ExplainedField): Measure {
  const measure = measures[name] ?? measures[window?.of ?? ''];
  if (measure === undefined) throw new TypeError(`nothing says how ${name} of ${kind} is explained`);
  return measure;
}

function digitsOf({ kind }: ExplainedField): Digits {
  return kind === 'amount' ? 2 : 0;
}

function valueNamed(fields: readonly ExplainedField[], row: ExplainedRow['row'], name: string): string | number {
  return servedValue(fields.find((field) => field.name === name) ?? { kind: 'text' }, row, name);
}

function basisOf({ name }: ExplainedField, { basis }: Measure, row: ExplainedRow['row'], isStated: boolean): Basis {
  const said = row[`${name}_basis`];
  if (typeof said === 'string' && said !== '') return said as Basis;
  return isStated && basis === 'observed' ? 'stated' : basis;
}

function intervalOf({ name }: ExplainedField, row: ExplainedRow['row']): Explanation['interval'] {
  if (row[`${name}_low`] === undefined || row[`${name}_basis`] === '') return null;
  const of = (part: string) => Number(row[`${name}_${part}`]);
  return { low: of('low'), high: of('high'), knownRate: of('known_rate') };
}

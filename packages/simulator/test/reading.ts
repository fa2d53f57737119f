import { type SimulationOptions, simulate, simulateWithTruth } from '@vitrine/simulator';

export type Row = Readonly<Record<string, unknown>>;

/** A small run that every test can afford. */
export const SMALL: SimulationOptions = { products: 120, days: 40, seed: 11, endDate: '2026-09-20' };

/** The text of a run, both streams apart. */
export function textsOf(options: SimulationOptions): { observations: string; truth: string } {
  const texts = { observations: '', truth: '' };
  for (const { stream, bytes } of simulateWithTruth(options)) texts[stream] += Buffer.from(bytes).toString('utf8');
  return texts;
}

export function rowsOf(text: string): readonly Row[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

export function observationsOf(options: SimulationOptions): readonly Row[] {
  return [...simulate(options)].flatMap((bytes) => rowsOf(Buffer.from(bytes).toString('utf8')));
}

export function ofKind(rows: readonly Row[], kind: string): readonly Row[] {
  return rows.filter((row) => row['kind'] === kind);
}

export function dayOf(row: Row): number {
  return Math.floor(Date.parse(String(row['observed_at'] ?? row['day'])) / 86_400_000);
}

/** Rows by the value of a field, in their order. */
export function groupBy(rows: readonly Row[], field: string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = String(row[field]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** One sighting of a running total. */
export interface Sighting {
  readonly day: number;
  readonly value: number;
}

/** Where a field was seen, as whole numbers (amounts as hundredths). */
export function sightingsOf(rows: readonly Row[], field: string): readonly Sighting[] {
  return rows
    .filter((row) => row[field] !== undefined)
    .map((row) => ({ day: dayOf(row), value: Math.round(Number(row[field]) * (field.endsWith('_amt') ? 100 : 1)) }));
}

/** Each pair of neighbouring sightings. */
export function stepsOf(sightings: readonly Sighting[]): readonly { from: Sighting; to: Sighting }[] {
  return sightings.slice(1).flatMap((to, i) => {
    const from = sightings[i];
    return from ? [{ from, to }] : [];
  });
}

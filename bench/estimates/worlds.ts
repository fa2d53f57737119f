import { FEATURES, type SimulationOptions } from '@vitrine/simulator';

/** A simulated marketplace by its name. */
export interface World {
  readonly name: string;
  readonly options: Omit<SimulationOptions, 'seed'>;
}

export interface Size {
  readonly products: number;
  readonly days: number;
}

const endDate = '2026-10-31';

/** The plain and the hard one, each feature alone, and the plain one with short histories. */
export function worldsOf(size: Size): readonly World[] {
  const base = { ...size, endDate, regions: ['US', 'ID'] };
  const short = [14, 30].filter((days) => days < size.days);
  return [
    { name: 'plain', options: base },
    { name: 'hard', options: { ...base, features: FEATURES } },
    ...FEATURES.map((feature) => ({ name: feature, options: { ...base, features: [feature] } })),
    ...short.map((days) => ({ name: `${days} days`, options: { ...base, days } })),
  ];
}

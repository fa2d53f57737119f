import type { SimulationOptions } from '@vitrine/simulator';

/** A marketplace in which the larger videos show what they sold themselves. */
export const showingOwnSales = {
  products: 400,
  days: 45,
  seed: 5,
  endDate: '2026-10-31',
  regions: ['US'],
  features: ['own'],
} as const satisfies SimulationOptions;

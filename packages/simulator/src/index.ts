export { type SimulatedCategory, simulatedCategories } from './categories.ts';
export type { SimulationOptions } from './options.ts';
export { REGION_CODES } from './regions.ts';
export { type SimulationChunk, simulate, simulateWithTruth } from './simulate.ts';

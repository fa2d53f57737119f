export { type SimulatedCategory, simulatedCategories } from './categories.ts';
export { FEATURES, type Feature, features } from './features.ts';
export type { SimulationOptions } from './options.ts';
export { REGION_CODES } from './regions.ts';
export { type SimulationChunk, simulate, simulateAs, simulateWithTruth } from './simulate.ts';
export { sourceForms } from './sources/index.ts';
export type { SourceForm } from './sources/source-form.ts';

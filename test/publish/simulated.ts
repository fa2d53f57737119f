import { type SimulationOptions, simulate } from '@vitrine/simulator';
import type { Observation } from '../oracle/observation.ts';

/** What the simulator writes, as records. */
export function simulated(options: SimulationOptions): readonly Observation[] {
  const text = Buffer.concat([...simulate(options)]).toString();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

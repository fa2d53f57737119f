import type { Engine, SqlParameters } from '../engine/engine.ts';
import type { PublishPlan } from './plan.ts';

export interface StepContext {
  readonly engine: Engine;
  readonly plan: PublishPlan;
  readonly parameters: SqlParameters;
}

/** One named piece of a publish. */
export interface Step {
  readonly name: string;
  run(context: StepContext): Promise<void>;
}

import type { ListPlan } from '../plan/plan.ts';
import type { ListSummary } from './build-list.ts';
import type { StoredFile } from './stored-files.ts';

/** What the builder's thread is asked to do. */
export type Job =
  | { readonly kind: 'build'; readonly directory: string; readonly plan: ListPlan }
  | { readonly kind: 'verify'; readonly directory: string; readonly files: readonly StoredFile[] };

export interface JobResults {
  readonly build: ListSummary;
  /** Whether all files are as they were written. */
  readonly verify: boolean;
}

export type JobMessage = Job & { readonly number: number };

export type JobAnswer =
  | { readonly number: number; readonly result: ListSummary | boolean }
  | { readonly number: number; readonly error: { readonly name: string; readonly message: string } };

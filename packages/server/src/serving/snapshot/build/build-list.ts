import type { ListPlan } from '../plan/plan.ts';
import { type BlocksSummary, buildBlocks } from './build-blocks.ts';
import { buildColumns, type ColumnsSummary } from './build-columns.ts';

/** What the manifest keeps of a list. */
export type ListSummary = BlocksSummary | ColumnsSummary;

/**
 * Builds what a list needs beside its file of rows.
 *
 * @throws ListUnfit when it cannot be held; SnapshotDamaged when the rows are not what they should be.
 */
export function buildList(directory: string, plan: ListPlan): ListSummary {
  return plan.shape === 'blocks' ? buildBlocks(directory, plan) : buildColumns(directory, plan);
}

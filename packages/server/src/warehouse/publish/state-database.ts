/** The database a lineage of publishes keeps its state in. */
export function stateDatabase(lineage: number): string {
  return `state_${lineage}`;
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Kind } from '../../packages/server/src/ingest/kinds/kind.ts';
import { everyField } from '../../scripts/observations/columns.ts';
import { states } from '../../scripts/observations/states.ts';
import { sequence } from './bounded-observations.ts';

const seed = 1;
const offered = fc.sample(sequence(1), { numRuns: 200, seed }).flat();

function boundedFields(kind: Kind): readonly string[] {
  return everyField(kind)
    .filter(({ type }) => type.bound !== undefined)
    .map(({ name }) => name);
}

test.each(states)('every field of a $kind.name with a limit is offered', ({ kind }) => {
  const records = offered.flatMap(({ record }) => (record.kind === kind.name ? Object.keys(record) : []));
  const missing = boundedFields(kind).filter((name) => !records.includes(name));
  expect(missing, `add to test/publish/bounded-observations.ts: ${missing.join(', ')}`).toEqual([]);
});

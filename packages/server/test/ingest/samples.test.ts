import { expect, test } from 'vitest';
import { kinds } from '../../src/ingest/kinds/index.ts';
import { full } from './samples.ts';

/** Fields that the full record of a kind cannot have: they contradict others of it. */
const contradicting: Readonly<Record<string, readonly string[]>> = { sale: ['day_from', 'day_to', 'live_id'] };

test.each([...kinds.values()])('the full record of a $name has every field', ({ name, fields }) => {
  const known = [...Object.keys(Object.entries(full).find(([kind]) => kind === name)?.[1] ?? {})];
  const missing = [...fields.keys()].filter((field) => ![...known, ...(contradicting[name] ?? [])].includes(field));
  expect(missing, `add to full.${name} in packages/server/test/ingest/samples.ts: ${missing.join(', ')}`).toEqual([]);
});

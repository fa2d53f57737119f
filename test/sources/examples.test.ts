import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examples } from '../../scripts/examples/examples.ts';
import { openPublishFixture, type PublishFixture } from '../publish/publish-fixture.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());

it.each(examples)('example $file is recognised, and all of it is read', async ({ file, form, told }) => {
  const bytes = readFileSync(new URL(`../../examples/${file}`, import.meta.url));
  const { from, records, rejected, leftOut, suspicions } = await fixture.takeFile(bytes, { told, dryRun: true });
  expect({ from, rejected, leftOut, suspicions }).toEqual({ from: form.name, rejected: 0 });
  expect(Object.values(records).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
});

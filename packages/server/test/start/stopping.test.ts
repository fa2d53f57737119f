import { expect, it } from 'vitest';
import { publishedServer } from '../surfaces/admin/admin-server.ts';

it('a server that is stopped in a publish answers callers until the publish is done, and begins no other', async () => {
  const server = await publishedServer();
  const { publish, versions } = server.vitrine;
  let stopped: Promise<void> | undefined;
  const statuses: number[] = [];
  let refused: unknown;
  const complete = versions.complete.bind(versions);
  Object.assign(versions, {
    async complete(version: number, report: object) {
      statuses.push(
        (await server.call('GET', '/readyz')).status,
        (await server.call('GET', '/admin/v1/versions')).status,
      );
      refused = await publish().catch((error: unknown) => error);
      await complete(version, report);
    },
  });
  const { version } = await publish({
    onStep(_, index) {
      if (index === 0) stopped = server.remove();
    },
  });
  await stopped;
  expect(version).toBe(2);
  expect(statuses).toEqual([200, 200]);
  expect(refused).toMatchObject({ status: 503 });
});

import { expect, it } from 'vitest';
import { ResourceStack } from '../../src/start/resource-stack.ts';

it('closes every part, the last one first, though one of them cannot be closed', async () => {
  const resources = new ResourceStack();
  const closed: string[] = [];
  resources.add({ close: async () => void closed.push('engine') });
  resources.add({ close: () => Promise.reject(new Error('the disk is gone')) });
  resources.add({ close: async () => void closed.push('http') });

  await expect(resources.close()).rejects.toThrow('the disk is gone');
  expect(closed).toEqual(['http', 'engine']);
});

it('closes a part once', async () => {
  const resources = new ResourceStack();
  let times = 0;
  resources.add({ close: async () => void times++ });
  await Promise.all([resources.close(), resources.close()]);
  await resources.close();
  expect(times).toBe(1);
});

import { expect, it } from 'vitest';
import { Opened } from '../../src/start/closing.ts';

it('closes every part, the last one first, though one of them cannot be closed', async () => {
  const opened = new Opened();
  const closed: string[] = [];
  opened.add({ close: async () => void closed.push('engine') });
  opened.add({ close: () => Promise.reject(new Error('the disk is gone')) });
  opened.add({ close: async () => void closed.push('http') });

  await expect(opened.close()).rejects.toThrow('the disk is gone');
  expect(closed).toEqual(['http', 'engine']);
});

it('closes a part once', async () => {
  const opened = new Opened();
  let times = 0;
  opened.add({ close: async () => void times++ });
  await Promise.all([opened.close(), opened.close()]);
  await opened.close();
  expect(times).toBe(1);
});

import { describe, expect, it } from 'vitest';
import { GroupCommit } from '../../../src/access/credits/group-commit.ts';

describe('group commit', () => {
  it('commits what comes in one turn of the event loop at once, and answers each in its place', async () => {
    const groups: (readonly number[])[] = [];
    const doubled = new GroupCommit<number, number>(async (items) => {
      groups.push(items);
      return items.map((item) => item * 2);
    });
    expect(await Promise.all([1, 2, 3].map((item) => doubled.add(item)))).toEqual([2, 4, 6]);
    expect(groups).toEqual([[1, 2, 3]]);
  });

  it('commits one group at a time; what comes meanwhile is the next group', async () => {
    const groups: (readonly string[])[] = [];
    const latecomers: Promise<string>[] = [];
    const commit = new GroupCommit<string, string>(async (items) => {
      groups.push(items);
      if (groups.length === 1) latecomers.push(commit.add('b'), commit.add('c'));
      return items;
    });
    await commit.add('a');
    await Promise.all(latecomers);
    expect(groups).toEqual([['a'], ['b', 'c']]);
  });

  it('tells all of a group when its commit failed, and goes on with the next', async () => {
    const failing = new GroupCommit<string, string>(async (items) => {
      if (items.includes('bad')) throw new Error('disk full');
      return items;
    });
    const settled = await Promise.allSettled([failing.add('good'), failing.add('bad')]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await failing.add('good')).toBe('good');
  });
});

import { describe, it } from 'vitest';
import { expectErasedByPublish, expectErasedByServer } from './killed-erasures.ts';

describe('a creator whose erasure was killed is erased by the next publish, which says so', () => {
  it.each([
    'with rows of the withdrawn batch alone still there',
    'with the files of deleted rows still there',
    'with the states before still there',
    'before the images are removed',
  ] as const)('killed %s', expectErasedByPublish);
});

it('a creator whose erasure was killed is erased by the next server while it serves requests', () =>
  expectErasedByServer('with the creator deleted and not the videos'));

import { describe, it } from 'vitest';
import { expectErasedByPublish, expectErasedByServer, moments } from './killed-erasures.ts';

const every = Object.keys(moments) as (keyof typeof moments)[];

describe('a creator whose erasure was killed is erased by the next publish, which says so', () => {
  it.each(every)('killed %s', expectErasedByPublish);
});

/** Where a server starts with something else: of the deletions of rows it reads no table. */
const beforeServer = [
  'before anything was deleted',
  'with the creator deleted and not the videos',
  'in the publish without them',
  'with the versions before still there',
  'with the states before still there',
  'before the images are removed',
] as const;

describe('a creator whose erasure was killed is erased by the next server while it serves requests', () => {
  it.each(beforeServer)('killed %s', expectErasedByServer);
});

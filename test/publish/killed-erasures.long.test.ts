import { describe, it } from 'vitest';
import { expectErasedByPublish, expectErasedByServer, moments } from './killed-erasures.ts';

const every = Object.keys(moments) as (keyof typeof moments)[];

describe('a creator whose erasure was killed is erased by the next publish, which says so', () => {
  it.each(every)('killed %s', expectErasedByPublish);
});

describe('a creator whose erasure was killed is erased by the next server while it serves requests', () => {
  it.each(every)('killed %s', expectErasedByServer);
});

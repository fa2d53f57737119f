import { it } from 'vitest';
import { expectSameWindows } from './mirrored-days.ts';

it('200 products of another Vitrine that are followed for 10 days serve its windows where it revises no total', () =>
  expectSameWindows(200, 10));

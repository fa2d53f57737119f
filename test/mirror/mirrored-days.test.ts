import { it } from 'vitest';
import { expectSameWindows } from './mirrored-days.ts';

it('8 products of another Vitrine that are followed for 3 days serve its windows where it revises no total', () =>
  expectSameWindows(8, 3));

import { describe } from 'vitest';
import { testRandomMarketplaces } from './random-marketplaces.ts';

describe('the published rows are those of docs/estimates.md, many times', () =>
  testRandomMarketplaces({ atOnce: 7, inAnyOrder: 7, byDay: 3 }));

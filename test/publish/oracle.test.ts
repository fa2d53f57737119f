import { describe } from 'vitest';
import { testRandomMarketplaces } from './random-marketplaces.ts';

describe('the published rows are those of docs/estimates.md', () =>
  testRandomMarketplaces({ atOnce: 2, inAnyOrder: 2, byDay: 1 }));

import { testExplained } from './random-marketplaces.ts';

testExplained(1);

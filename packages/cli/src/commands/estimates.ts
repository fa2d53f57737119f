import { defineCommand } from 'citty';
import { fit } from './estimates/fit.ts';
import { score } from './estimates/score.ts';

export const estimates = defineCommand({
  meta: {
    name: 'estimates',
    description: 'Score the estimates of who sold what by sales that are known, and fit their constants',
  },
  subCommands: { score, fit },
});

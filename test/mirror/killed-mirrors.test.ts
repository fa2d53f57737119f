import { it } from 'vitest';
import { expectNothingPaidTwice, momentsOfRun } from './killed-mirrors.ts';

it.each([
  ['before a call', 3],
  ['before an answer is written down', 4],
  ['between ingest and its entry in the journal', momentsOfRun],
])('a mirror that is killed %s pays for nothing again that it holds, and loses nothing', (_when, moment) =>
  expectNothingPaidTwice(moment),
);

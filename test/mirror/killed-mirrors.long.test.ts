import { it } from 'vitest';
import { expectNothingPaidTwice, expectProgressWhenKilledAgainAndAgain, momentsOfRun } from './killed-mirrors.ts';

it.each(Array.from({ length: momentsOfRun }, (_, index) => index + 1))(
  'a mirror that is killed at moment %i pays for nothing again that it holds, and loses nothing',
  expectNothingPaidTwice,
);

it('a mirror that is killed again and again gets on each time', expectProgressWhenKilledAgainAndAgain);

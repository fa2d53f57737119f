import { type Minute, median, type SoakResult } from './soak.ts';

/** Something that must hold, and what was measured. */
export interface Verdict {
  readonly what: string;
  readonly aim: string;
  readonly measured: string;
  readonly holds: boolean;
}

const growthMax = 0.05;
const p99FactorMax = 1.25;

/** The first minutes fill caches: a fifth of all, at least one where there are three or more. */
function afterWarmUp(minutes: readonly Minute[]): readonly Minute[] {
  return minutes.slice(minutes.length < 3 ? 0 : Math.ceil(minutes.length / 5));
}

/** The first half of the minutes after the warm-up against the second, each by its median. */
export function verdictsOf({ minutes }: SoakResult): readonly Verdict[] {
  const steady = afterWarmUp(minutes);
  const half = Math.ceil(steady.length / 2);
  const [first, second] = [steady.slice(0, half), steady.slice(-half)];
  const factor = (figure: (minute: Minute) => number) => median(second.map(figure)) / median(first.map(figure));
  const growth = factor(({ residentBytes }) => residentBytes) - 1;
  const slowing = factor(({ p99Ms }) => p99Ms);
  const failed = minutes.filter(({ error }) => error !== undefined);
  return [
    { what: 'errors', aim: 'none', measured: `in ${failed.length} minutes`, holds: failed.length === 0 },
    {
      what: 'RSS, second half against the first',
      aim: `under ${growthMax * 100} % more`,
      measured: `${(growth * 100).toFixed(1)} %`,
      holds: growth < growthMax,
    },
    {
      what: 'p99, second half against the first',
      aim: `at most ${p99FactorMax} times`,
      measured: `${slowing.toFixed(2)} times`,
      holds: slowing <= p99FactorMax,
    },
  ];
}

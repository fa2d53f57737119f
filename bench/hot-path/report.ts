import type { Measurement } from './measure.ts';
import type { SideName } from './sides.ts';

type Measured = ReadonlyMap<SideName, readonly Measurement[]>;

const titles: Readonly<Record<SideName, string>> = {
  floor: 'floor: a ready buffer',
  open: 'without access',
  access: 'with access, without usage',
  product: 'product',
};

/** A line a side: the median of its rounds. */
export function printTable(measured: Measured): void {
  console.log('| side | answers/s | p50, ms | p99, ms | processor time an answer, µs | generator |');
  console.log('|---|---|---|---|---|---|');
  for (const [name, rounds] of measured) {
    const of = (value: (measurement: Measurement) => number) => median(rounds.map(value));
    const cells = [
      titles[name],
      Math.round(of(({ answersPerSecond }) => answersPerSecond)),
      of(({ p50Ms }) => p50Ms).toFixed(2),
      of(({ p99Ms }) => p99Ms).toFixed(2),
      of(({ cpuMicrosPerAnswer }) => cpuMicrosPerAnswer).toFixed(1),
      percent(of(({ generatorShare }) => generatorShare)),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

/** What the product is of the floor, and what access costs: the medians of the ratios of each round. */
export function printShares(measured: Measured): void {
  const ratio = (value: (measurement: Measurement) => number, above: SideName, below: SideName) => {
    const belows = measured.get(below) ?? [];
    return median((measured.get(above) ?? []).map((each, i) => value(each) / value(belows[i] ?? each)));
  };
  const rate = ({ answersPerSecond }: Measurement) => answersPerSecond;
  const cpu = ({ cpuMicrosPerAnswer }: Measurement) => cpuMicrosPerAnswer;
  console.log(`\nanswers/s of the product against the floor: ${percent(ratio(rate, 'product', 'floor'))}`);
  console.log(`processor time of the floor against the product: ${percent(ratio(cpu, 'floor', 'product'))}`);
  console.log(`share of access in a request: ${percent(1 - ratio(cpu, 'open', 'access'))} of its processor time`);
  console.log(`share of usage in a request: ${percent(1 - ratio(cpu, 'access', 'product'))} of its processor time`);
  console.log(`answers/s lost to access: ${percent(1 - ratio(rate, 'access', 'open'))}`);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

import { simulateWithTruth } from '@vitrine/simulator';

/*
 * Product-days a second of the simulator on one core: records are made and thrown away.
 * node --conditions=source --import tsx bench/simulator.ts [products] [days]
 */
const [products = 20_000, days = 90] = process.argv.slice(2).map(Number);
const base = { products, days, seed: 1, endDate: '2026-08-31' };

interface Tally {
  readonly seconds: number;
  readonly bytes: { observations: number; truth: number };
}

function measure(fromDay: number): Tally {
  const bytes = { observations: 0, truth: 0 };
  const startMs = performance.now();
  for (const chunk of simulateWithTruth({ ...base, fromDay })) bytes[chunk.stream] += chunk.bytes.length;
  return { seconds: (performance.now() - startMs) / 1_000, bytes };
}

/** Counted apart from the measurement, for counting costs more than making. */
function countLines(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stream, bytes } of simulateWithTruth(base)) {
    for (const line of Buffer.from(bytes).toString().split('\n')) {
      if (line === '') continue;
      const kind = stream === 'truth' ? 'truth' : line.slice(9, line.indexOf('"', 9));
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  return counts;
}

const whole = measure(0);
const lastDay = measure(days - 1);
console.log(
  `${products} products, ${days} days: ${whole.seconds.toFixed(1)} s, last day alone ${lastDay.seconds.toFixed(2)} s`,
);
console.log(`${Math.round((products * days) / whole.seconds).toLocaleString('en')} product-days/s`);
console.log(
  `observations ${(whole.bytes.observations / 1e6).toFixed(0)} MB, truth ${(whole.bytes.truth / 1e6).toFixed(0)} MB`,
);
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
for (const [kind, count] of countLines()) console.log(`${kind.padEnd(12)} ${count.toLocaleString('en')}`);

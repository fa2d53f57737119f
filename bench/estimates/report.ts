import { type Level, levels, windows } from './levels.ts';
import { type Coverage, geometricMean, geometricSpread, sizes } from './measures.ts';
import { type Cell, type Rival, rivals, type Scored } from './score.ts';

const others = rivals.filter((rival) => rival !== 'naive');

/** Prints a table for each world, one of all of them, and where it is worst. */
export function printReport(scores: readonly Scored[]): void {
  for (const world of new Set(scores.map((each) => each.world))) {
    const ofWorld = scores.filter((each) => each.world === world);
    printTable(`${world}, ${ofWorld.length} seeds`, meansOf(ofWorld.flatMap(({ cells }) => cells)));
  }
  printTable('all worlds (geometric means, ± two standard errors)', meansOf(scores.flatMap(({ cells }) => cells)));
  printTable('the worst world of each, times naive', worstOf(scores));
  printTable('how many truths are in the 80 % interval of what is served, by its units', coverageOf(scores));
  printFailing(scores);
}

type Row = readonly string[];

/** A header, and a row for each level and window. */
function meansOf(cells: readonly Cell[]): readonly Row[] {
  const header = [
    'level',
    'days',
    'naive WAPE',
    ...others.map((rival) => `${rival} ÷ naive`),
    'bias of served',
    'deviance ÷ naive',
  ];
  const rows = byLevelAndWindow(cells, (of) => {
    const ratios = others.map((rival) => inWords(of.map((cell) => ratioOf(cell, rival))));
    const bias = of.reduce((sum, { figures }) => sum + figures.served.bias, 0) / of.length;
    const deviances = of.map(({ figures }) => figures.served.deviance / figures.naive.deviance);
    const naive = geometricMean(of.map(({ figures }) => figures.naive.wape));
    return [naive.toFixed(2), ...ratios, `${(100 * bias).toFixed(0)} %`, geometricMean(deviances).toFixed(2)];
  });
  return [header, ...rows];
}

function coverageOf(scores: readonly Scored[]): readonly Row[] {
  const words = sizes.map((from, place) =>
    sizes[place + 1] === undefined ? `${from} and more` : `${from} to ${sizes[place + 1]}`,
  );
  const worlds = [...new Set(scores.map(({ world }) => world))];
  const cellsOf = (wanted: readonly Scored[]) => wanted.flatMap(({ cells }) => cells);
  const allWorlds = byLevelAndWindow(cellsOf(scores), (of) => [...inPercent(of), worstCoverage(scores, of, worlds)]);
  return [['level', 'days', 'all', ...words, 'worst world'], ...allWorlds.filter(([level]) => level !== 'storefront')];
}

/** Of all sizes together, then of each. */
function inPercent(cells: readonly Cell[]): Row {
  const total = (which: keyof Coverage, place: number) =>
    cells.reduce((sum, { coverage }) => sum + (coverage[which][place] ?? 0), 0);
  const places = sizes.map((_, place) => [total('covered', place), total('judged', place)] as const);
  const all = places.reduce(([a, b], [covered, judged]) => [a + covered, b + judged] as const, [0, 0] as const);
  return [all, ...places].map(([covered, judged]) =>
    judged === 0 ? '' : `${((100 * covered) / judged).toFixed(0)} %`,
  );
}

function worstCoverage(scores: readonly Scored[], of: readonly Cell[], worlds: readonly string[]): string {
  const parts = worlds.flatMap((world) => {
    const cells = scores.filter((scored) => scored.world === world).flatMap((scored) => scored.cells);
    const [all = ''] = inPercent(cells.filter((cell) => of.includes(cell)));
    return all === '' ? [] : [{ world, part: Number.parseInt(all, 10) }];
  });
  const worst = parts.reduce((a, b) => (b.part < a.part ? b : a), { world: '', part: 100 });
  return `${worst.part} % (${worst.world})`;
}

/** A change counts if it exceeds two standard errors. */
function inWords(ratios: readonly number[]): string {
  const mean = geometricMean(ratios).toFixed(2);
  return ratios.length < 2 ? mean : `${mean} ± ${(2 * geometricSpread(ratios)).toFixed(2)}`;
}

function worstOf(scores: readonly Scored[]): readonly Row[] {
  const cells = scores.flatMap((scored) => scored.cells.map((cell) => ({ ...cell, world: scored.world })));
  const worlds = [...new Set(scores.map(({ world }) => world))];
  const rows = byLevelAndWindow(cells, (of) =>
    others.map((rival) => {
      const ratios = worlds.flatMap((world) => {
        const ofWorld = of.filter((cell) => cell.world === world);
        return ofWorld.length === 0
          ? []
          : [{ world, ratio: geometricMean(ofWorld.map((cell) => ratioOf(cell, rival))) }];
      });
      const worst = ratios.reduce((a, b) => (b.ratio > a.ratio ? b : a));
      return `${worst.ratio.toFixed(2)} (${worst.world})`;
    }),
  );
  return [['level', 'days', ...others], ...rows];
}

function byLevelAndWindow<Of extends Cell>(cells: readonly Of[], figures: (of: readonly Of[]) => Row): readonly Row[] {
  const places = levels.flatMap((level) => windows.map((window): readonly [Level, number] => [level, window]));
  return places.flatMap(([level, window]) => {
    const of = cells.filter((cell) => cell.level === level && cell.window === window);
    return of.length === 0 ? [] : [[level, String(window), ...figures(of)]];
  });
}

function ratioOf({ figures }: Cell, rival: Rival): number {
  return figures[rival].wape / figures.naive.wape;
}

function printTable(title: string, [header = [], ...rows]: readonly Row[]): void {
  console.log(`\n### ${title}\n`);
  for (const row of [header, header.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
}

/** Cells in which what is served is further off than the naive split, by more than the hundredth of rounding. */
function printFailing(scores: readonly Scored[]): void {
  const failing = scores.flatMap(({ world, seed, cells }) =>
    cells
      .filter((cell) => ratioOf(cell, 'served') > 1.01)
      .map(
        (cell) =>
          `${world}, seed ${seed}, ${cell.level}, ${cell.window} days: ${ratioOf(cell, 'served').toFixed(2)} times naive`,
      ),
  );
  console.log(`\ncells in which served is worse than naive: ${failing.length}`);
  for (const line of failing) console.log(`- ${line}`);
}

import type { Aim } from './aims.ts';
import type { Measurement } from './measuring/measure.ts';
import { figure, type MixResult, type Results, ratio } from './results.ts';
import type { SideName } from './sides/side.ts';

/** A line of the table. */
interface Figure {
  readonly label: string;
  readonly name: keyof Measurement;
  /** Absent where neither is. */
  readonly better?: 'more' | 'less';
  readonly show: (value: number) => string;
}

const figures: readonly Figure[] = [
  { label: 'requests/s', name: 'answersPerSecond', better: 'more', show: threeDigits },
  { label: 'p50, ms', name: 'p50Ms', better: 'less', show: threeDigits },
  { label: 'p99, ms', name: 'p99Ms', better: 'less', show: threeDigits },
  { label: 'CPU, ms a request', name: 'processorMsPerAnswer', better: 'less', show: threeDigits },
  { label: 'RSS, GiB', name: 'residentBytes', better: 'less', show: gibibytes },
  { label: 'load generator, CPUs', name: 'generatorShare', show: hundredths },
  { label: 'anything else, CPUs', name: 'othersShare', show: hundredths },
];

const head = ['mix', 'figure', 'Vitrine', 'PostgreSQL', 'times better', 'floor', 'of the floor'];

/** The results as a Markdown table whose columns line up. */
export function resultsTable({ mixes, diskBytes }: Results): string {
  const { vitrine, postgres } = diskBytes;
  const disk = ['all rows', 'on disk, GiB', shown(vitrine), shown(postgres), times(ratio(postgres, vitrine)), '', ''];
  return table([head, ...mixes.flatMap(mixLines), disk]);
}

/** The aims beside what was measured. */
export function aimsTable(aims: readonly Aim[]): string {
  const lines = aims.map(({ what, aim, measured, met }) => [what, aim, measured, met ? 'met' : 'missed']);
  return table([['aim', 'wanted', 'measured', ''], ...lines]);
}

function mixLines(result: MixResult): readonly (readonly string[])[] {
  return [...figureLines(result), ...coldLines(result)];
}

/** What the first answers took; nobody else has any. */
function coldLines({ cold }: MixResult): readonly (readonly string[])[] {
  if (cold === undefined) return [];
  const line = (label: string, ms: number) => ['', label, threeDigits(ms), '', '', '', ''];
  return [
    line(`first answers (${cold.questions}), median, ms`, cold.medianMs),
    line('first answers, slowest, ms', cold.slowestMs),
  ];
}

function figureLines(result: MixResult): readonly (readonly string[])[] {
  return figures.map(({ label, name, better, show }, i) => {
    const of = (side: SideName) => figure(result, side, name);
    const [ours, peer, floor] = [of('vitrine'), of('postgres'), of('floor')];
    const ofFloor = name === 'answersPerSecond' ? ratio(ours, floor) : undefined;
    const cells = [ours, peer].map((value) => (value === undefined ? '' : show(value)));
    if (i === 0 && !result.hasPeer) cells[1] = 'no peer';
    return [
      i === 0 ? result.title : '',
      label,
      ...cells,
      times(timesBetter(better, ours, peer)),
      floor === undefined ? '' : show(floor),
      ofFloor === undefined ? '' : `${(ofFloor * 100).toFixed(0)} %`,
    ];
  });
}

function timesBetter(better: Figure['better'], ours: number | undefined, peer: number | undefined): number | undefined {
  if (better === undefined) return undefined;
  return better === 'more' ? ratio(ours, peer) : ratio(peer, ours);
}

function shown(bytes: number | undefined): string {
  return bytes === undefined ? '' : gibibytes(bytes);
}

function times(value: number | undefined): string {
  return value === undefined ? '' : `${threeDigits(value)}×`;
}

function threeDigits(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(value >= 10 ? 1 : value >= 1 ? 2 : 3);
}

function hundredths(value: number): string {
  return value.toFixed(2);
}

function gibibytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(2);
}

/** First row: the heads. Columns after the second are numbers and stand to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const [heads = []] = rows;
  const widths = heads.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => padded(cell, widths[i] ?? 0, i)).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(heads), rule, ...rows.slice(1).map(line)].join('\n');
}

function padded(cell: string, width: number, column: number): string {
  return column < 2 ? cell.padEnd(width) : cell.padStart(width);
}

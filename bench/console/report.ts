import type { ConsoleResult } from './console-bench.ts';
import { type Spread, spreadOf } from './figures.ts';

/** A line of the table: what was measured, and below what it is to be. */
export interface Line {
  readonly what: string;
  readonly spread: Spread;
  readonly aim?: { readonly of: 'p95' | 'max'; readonly under: number };
}

/** What the aims are of, and figures without an aim that say where time goes. */
export function linesOf({ loading, filtering, sorting, navigation, scrolling }: ConsoleResult): readonly Line[] {
  const { filters, words } = filtering;
  const of = <Each>(all: readonly Each[], figure: (each: Each) => number) => spreadOf(all.map(figure));
  return [
    { what: 'filter to rows', spread: of(filters, ({ ms }) => ms), aim: { of: 'p95', under: 100 } },
    { what: '— until they are asked for', spread: of(filters, ({ askedMs }) => askedMs) },
    { what: '— until they are answered', spread: of(filters, ({ answeredMs }) => answeredMs) },
    { what: 'last key of words to rows', spread: of(words, ({ ms }) => ms), aim: { of: 'p95', under: 100 } },
    { what: '— until they are asked for', spread: of(words, ({ askedMs }) => askedMs) },
    { what: '— until they are answered', spread: of(words, ({ answeredMs }) => answeredMs) },
    { what: 'sort to rows', spread: of(sorting, ({ ms }) => ms), aim: { of: 'p95', under: 100 } },
    { what: '— until they are answered', spread: of(sorting, ({ answeredMs }) => answeredMs) },
    { what: 'click to the page of a product', spread: of(navigation, ({ ms }) => ms), aim: { of: 'p95', under: 50 } },
    { what: '— with chart and list', spread: of(navigation, ({ wholeMs }) => wholeMs) },
    { what: 'frames while scrolling', spread: spreadOf(scrolling.framesMs), aim: { of: 'max', under: 50 } },
    { what: 'rows after scrolling rests', spread: spreadOf(scrolling.restsMs) },
    { what: 'rows after a jump', spread: spreadOf(scrolling.jumpsMs) },
    { what: 'first load to rows', spread: spreadOf(loading.rowsMs) },
  ];
}

/** Whether a line has its aim; undefined: it has none. */
export function isMet({ spread, aim }: Line): boolean | undefined {
  return aim === undefined ? undefined : spread[aim.of] < aim.under;
}

/** The lines as a table, milliseconds. */
export function tableOf(lines: readonly Line[]): string {
  const heads = '| what, ms | times | p50 | p95 | max | aim | |\n|---|---|---|---|---|---|---|';
  return [heads, ...lines.map(rowOf)].join('\n');
}

function rowOf(line: Line): string {
  const { what, spread, aim } = line;
  const figures = [spread.p50, spread.p95, spread.max].map((ms) => ms.toFixed(1));
  const wanted = aim === undefined ? '' : `${aim.of} under ${aim.under}`;
  const met = isMet(line);
  return `| ${[what, spread.count, ...figures, wanted, met === undefined ? '' : met ? 'met' : 'missed'].join(' | ')} |`;
}

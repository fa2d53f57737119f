import { type Asker, RunEnded } from './asker.ts';
import type { Journal } from './journal/journal.ts';
import { pageRows, type Question, questionOf, type Route } from './upstream/routes.ts';
import { itemOf, type Watched } from './watch-list.ts';

const failuresOfRouteMax = 3;
const failuresMax = 5;

/** Fetches what is watched and not yet held of the day: first what a run came to longest ago. */
export class Walk {
  readonly #journal: Journal;
  readonly #asker: Asker;
  readonly #day: string;
  /** Why items could not be fetched. */
  readonly failures = new Map<string, string>();
  /** Failures in a row, of each endpoint and of all. */
  readonly #inARow = new Map<Route | 'all', number>();

  constructor(journal: Journal, asker: Asker, day: string) {
    this.#journal = journal;
    this.#asker = asker;
    this.#day = day;
  }

  /** @throws RunEnded when no more can be asked today */
  async fetch(watched: readonly Watched[]): Promise<void> {
    const waiting = new Set(this.#inOrder(watched).filter((each) => !isHeld(this.#journal, each, this.#day)));
    for (const next of waiting) {
      if (!waiting.has(next)) continue;
      const group = next.route.isPaged ? [next] : groupOf(next, waiting);
      for (const each of group) waiting.delete(each);
      if ((this.#inARow.get(next.route) ?? 0) >= failuresOfRouteMax) {
        this.#fail(group, `not asked for, since ${next.route.id} failed ${failuresOfRouteMax} times in a row`);
        continue;
      }
      await (next.route.isPaged ? this.#fetchPages(next) : this.#fetchGroup(next.route, group));
      this.#journal.tried(group.map(itemOf), this.#day);
    }
  }

  #inOrder(watched: readonly Watched[]): readonly Watched[] {
    const dated = watched.map((each) => ({ each, tried: this.#journal.lastTried(itemOf(each)) }));
    return dated.sort((a, b) => (a.tried < b.tried ? -1 : Number(a.tried > b.tried))).map(({ each }) => each);
  }

  async #fetchGroup(route: Route, group: readonly Watched[]): Promise<void> {
    await this.#ask(
      questionOf(
        route,
        group.map(({ key }) => key),
      ),
      group,
    );
  }

  async #fetchPages(watched: Watched): Promise<void> {
    for (let page = 1; page <= pagesOf(watched); page++) {
      const isAnswered = rowsOfPage(this.#journal, watched, page, this.#day) !== undefined;
      if (!isAnswered && !(await this.#ask(questionOf(watched.route, [watched.key], page), [watched]))) return;
      if ((rowsOfPage(this.#journal, watched, page, this.#day) ?? 0) < pageRows) return;
    }
  }

  /** @returns whether it is held now */
  async #ask(question: Question, group: readonly Watched[]): Promise<boolean> {
    const failure = await this.#asker.ask(question);
    if (failure === undefined) {
      this.#inARow.clear();
      return true;
    }
    this.#fail(group, failure.why);
    // Of an ID that the upstream refuses, nothing follows for others.
    if (failure.kind !== 'refused') this.#count(question.route, failure.why);
    return false;
  }

  #fail(group: readonly Watched[], why: string): void {
    for (const each of group) this.failures.set(itemOf(each), why);
  }

  #count(route: Route, why: string): void {
    for (const each of [route, 'all'] as const) this.#inARow.set(each, (this.#inARow.get(each) ?? 0) + 1);
    if ((this.#inARow.get('all') ?? 0) < failuresMax) return;
    throw new RunEnded('unreachable', `the upstream failed ${failuresMax} times in a row: ${why}`);
  }
}

/** Whether runs of a day have fetched all of it. */
export function isHeld(journal: Journal, watched: Watched, day: string): boolean {
  for (let page = 1; page <= pagesOf(watched); page++) {
    const rows = rowsOfPage(journal, watched, page, day);
    if (rows === undefined) return false;
    if (rows < pageRows) return true;
  }
  return true;
}

function pagesOf({ route, rowsMax }: Watched): number {
  return route.isPaged ? Math.ceil(rowsMax / pageRows) : 1;
}

function rowsOfPage(journal: Journal, watched: Watched, page: number, day: string): number | undefined {
  return journal.rowsHeld(itemOf(watched), page, day);
}

/** As many of an endpoint as one call takes. */
function groupOf(first: Watched, waiting: ReadonlySet<Watched>): readonly Watched[] {
  const same = [...waiting].filter(({ route }) => route === first.route);
  return same.slice(0, first.route.keysMax);
}

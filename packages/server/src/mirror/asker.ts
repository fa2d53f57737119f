import type { Journal } from './journal/journal.ts';
import { type AttemptLimits, attempt, attemptLimits, type Heard } from './upstream/attempt.ts';
import type { Platform } from './upstream/platform.ts';
import { waitMsAskedBy } from './upstream/rate.ts';
import type { Question } from './upstream/routes.ts';
import type { UpstreamAddress } from './upstream/upstream-address.ts';
import { type Verdict, verdictOn } from './upstream/verdict.ts';
import { itemOf } from './watch-list.ts';

/**
 * Why a run asks no more: `budget` is spent; `over`: the upstream takes no more calls of the key; `rate`: it asks for a
 * longer wait than a run makes; `unreachable`: it fails again and again; `stopped`: by the operator.
 */
export type EndedBy = 'budget' | 'over' | 'rate' | 'unreachable' | 'stopped';

/** A run that asks no more. */
export class RunEnded extends Error {
  override readonly name = 'RunEnded';
  readonly by: EndedBy;

  constructor(by: EndedBy, why: string) {
    super(why);
    this.by = by;
  }
}

/** What came of the attempts of a run, by what they amount to. */
export type AttemptCounts = Record<Verdict['kind'], number>;

export interface AskerParts {
  readonly address: UpstreamAddress;
  readonly journal: Journal;
  readonly platform: Platform;
  /** Day of the run. */
  readonly day: string;
  /** Credits of the day. */
  readonly budget: number;
  readonly signal?: AbortSignal | undefined;
  readonly limits?: AttemptLimits | undefined;
  /** After each attempt. */
  readonly onAttempt?: ((question: Question, verdict: Verdict) => void) | undefined;
}

const attemptsMax = 6;
/** Each is charged. */
const garbageMax = 3;
const firstWaitMs = 1_000;
const backoffMsMax = 60_000;
const waitMsMax = 15 * 60_000;

/** Asks an upstream, one call at a time, within the budget and at the pace that it asks for. */
export class Asker {
  readonly counts: AttemptCounts = { rows: 0, unchanged: 0, garbage: 0, trouble: 0, refused: 0, over: 0, silence: 0 };
  readonly #parts: AskerParts;
  #notBeforeMs = 0;

  constructor(parts: AskerParts) {
    this.#parts = parts;
  }

  /**
   * Asks until an answer is worth keeping, and keeps it.
   *
   * @returns undefined once the answer is held, else why there is none @throws RunEnded
   */
  async ask(question: Question): Promise<Exclude<Verdict, { kind: 'rows' | 'unchanged' }> | undefined> {
    for (let attempts = 1, garbage = 0; ; attempts++) {
      const verdict = await this.#once(question);
      if (verdict.kind === 'rows' || verdict.kind === 'unchanged') return undefined;
      if (verdict.kind === 'over') throw new RunEnded('over', verdict.why);
      if (verdict.kind === 'garbage') garbage += 1;
      if (verdict.kind === 'refused' || attempts >= attemptsMax || garbage >= garbageMax) return verdict;
      this.#backOff(attempts);
    }
  }

  async #once(question: Question): Promise<Verdict> {
    const { journal, platform, address, day, limits = attemptLimits } = this.#parts;
    await this.#turn();
    const etag = this.#etagFor(question);
    const call = journal.begin(day, question.target, platform.now());
    const heard = await attempt(platform, address, question.target, etag, limits);
    const verdict = verdictOn(heard, question, etag !== undefined, platform.now());
    this.#writeDown(call, question, verdict, heard);
    this.counts[verdict.kind] += 1;
    if (heard.kind !== 'silence') this.#keepPace(heard.headers);
    this.#parts.onAttempt?.(question, verdict);
    return verdict;
  }

  /** Waits for when the upstream takes the next call. @throws RunEnded */
  async #turn(): Promise<void> {
    const { journal, platform, day, budget, signal } = this.#parts;
    const { credits } = journal.spent(day);
    if (credits >= budget) throw new RunEnded('budget', `the budget of ${budget} credits is spent`);
    const waitMs = this.#notBeforeMs - platform.now();
    if (waitMs > waitMsMax)
      throw new RunEnded('rate', `the upstream asks for a pause of ${Math.ceil(waitMs / 60_000)} minutes`);
    if (waitMs > 0) await platform.wait(waitMs, signal).catch(() => {});
    if (signal?.aborted === true) throw new RunEnded('stopped', 'the run was stopped');
  }

  /** Only where everything that the tag stands for is held. */
  #etagFor({ route, keys, page, target }: Question): string | undefined {
    const { journal } = this.#parts;
    const isHeld = keys.every((key) => journal.lastHeld(itemOf({ route, key }), page) !== undefined);
    return isHeld ? journal.etagOf(target) : undefined;
  }

  #writeDown(call: number, { route, keys, page }: Question, verdict: Verdict, heard: Heard): void {
    const { journal, day } = this.#parts;
    const status = heard.kind === 'silence' ? null : heard.status;
    if (verdict.kind === 'unchanged') {
      const items = keys.map((key) => itemOf({ route, key }));
      journal.unchanged(call, day, items, page);
    } else if (verdict.kind === 'rows') {
      const etag = heard.kind === 'answer' ? (heard.headers.get('etag') ?? undefined) : undefined;
      const { asOf, held, text } = verdict;
      const body = held.some(({ rows }) => rows > 0) ? text : undefined;
      journal.answered(call, day, { outcome: 'kept', status, credits: 1, asOf, etag, body, held });
    } else {
      journal.answered(call, day, { ...outcomeOf(verdict), status });
    }
  }

  #keepPace(headers: Headers): void {
    const now = this.#parts.platform.now();
    this.#notBeforeMs = Math.max(this.#notBeforeMs, now + (waitMsAskedBy(headers, now) ?? 0));
  }

  /** Longer from attempt to attempt, unless the upstream has said how long. */
  #backOff(attempts: number): void {
    const { platform } = this.#parts;
    const waitMs = Math.min(backoffMsMax, firstWaitMs * 2 ** (attempts - 1));
    const spread = 0.5 + platform.random() / 2;
    this.#notBeforeMs = Math.max(this.#notBeforeMs, platform.now() + waitMs * spread);
  }
}

/** What is not an answer: a 200 is charged, an error is not, and what never came may be. */
function outcomeOf(verdict: Exclude<Verdict, { kind: 'rows' | 'unchanged' }>) {
  if (verdict.kind === 'garbage') return { outcome: 'garbage', credits: 1 } as const;
  if (verdict.kind === 'silence') return { outcome: 'silent', credits: verdict.isSent ? 1 : 0 } as const;
  return { outcome: 'failed', credits: 0 } as const;
}

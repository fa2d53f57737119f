interface PlainLot {
  readonly turn: number;
  readonly expiresAt: number;
  left: number;
}

export interface PlainPlan {
  readonly quota: number;
  /** Day and time of the month at which it renews, as of the first month. */
  readonly anchor: number;
}

/**
 * What a key should hold, kept in the plainest way: time passes moment by moment, and every credit is taken by itself
 * from where its turn is. Quota goes first, then what expires soonest, then what does not expire.
 */
export class PlainAccount {
  readonly #plan: PlainPlan | undefined;
  #lots: PlainLot[] = [];
  #rest = 0;
  #renewals = 0;
  charged = 0;
  refunded = 0;

  constructor(plan: PlainPlan | undefined, now: number) {
    this.#plan = plan;
    this.passTo(now);
  }

  get balance(): number {
    return this.#lots.reduce((sum, { left }) => sum + left, this.#rest);
  }

  passTo(now: number): void {
    this.#lots = this.#lots.filter(({ expiresAt }) => expiresAt > now);
    while (this.#plan && this.#monthStart(this.#renewals) <= now) {
      this.#renewals++;
      const expiresAt = this.#monthStart(this.#renewals);
      if (expiresAt > now) this.#lots.push({ turn: 0, expiresAt, left: this.#plan.quota });
    }
  }

  grant(credits: number, expiresAt: number | undefined): void {
    if (expiresAt === undefined) this.#rest += credits;
    else this.#lots.push({ turn: 1, expiresAt, left: credits });
  }

  /** @returns how many of the credits there were. */
  charge(credits: number): number {
    let taken = 0;
    while (taken < credits && this.#takeOne()) taken++;
    this.charged += taken;
    return taken;
  }

  /** @returns whether so many could be refunded. */
  refund(credits: number): boolean {
    if (credits > this.charged - this.refunded) return false;
    this.refunded += credits;
    this.#rest += credits;
    return true;
  }

  #takeOne(): boolean {
    const open = this.#lots.filter(({ left }) => left > 0);
    const [next] = open.sort((a, b) => a.turn - b.turn || a.expiresAt - b.expiresAt);
    if (next) next.left--;
    else if (this.#rest > 0) this.#rest--;
    else return false;
    return true;
  }

  /** Right for days that every month has. */
  #monthStart(number: number): number {
    const date = new Date(this.#plan?.anchor ?? 0);
    return date.setUTCMonth(date.getUTCMonth() + number);
  }
}

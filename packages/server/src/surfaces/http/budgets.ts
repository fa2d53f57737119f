import type { FastifyRequest, preValidationHookHandler, RouteOptions } from 'fastify';
import { ApiError, errors } from '../../kernel/errors.ts';
import type { HttpLimits } from './limits.ts';
import { presentedKey } from './presented-key.ts';
import type { HttpServer } from './server.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Probes and metrics: they are served under any load, and do not count as under way. */
    readonly isVital?: boolean;
    /** Whether its calls may present a key: those that do have slots of their own. */
    readonly takesKey?: boolean;
    /** It is for operators, but whoever calls it has shown nothing yet. */
    readonly isLogin?: boolean;
  }
}

/** How many requests of a sort may be under way at a time. */
export class Budget {
  readonly #max: number;
  #underWay = 0;

  constructor(max: number) {
    this.#max = max;
  }

  get underWay(): number {
    return this.#underWay;
  }

  /** @returns whether there was a slot. */
  take(): boolean {
    if (this.#underWay >= this.#max) return false;
    this.#underWay++;
    return true;
  }

  release(): void {
    this.#underWay--;
  }
}

/** Slots for requests, by who sends them: who comes without a key takes none of those that callers pay for. */
export interface Budgets {
  readonly callers: Budget;
  readonly keyless: Budget;
  /** The operator is never turned away. */
  readonly operator: Budget;
}

const retryAfterSeconds = 1;

/**
 * Turns away what comes while too many requests are under way: what waits for a slow engine then has a bound, and so
 * has memory. A request takes its slot once its body is here: one that never comes holds nobody up.
 */
export function shedOverload(server: HttpServer, limits: HttpLimits): Budgets {
  const budgets: Budgets = {
    callers: new Budget(limits.requestsMax),
    keyless: new Budget(limits.keylessRequestsMax),
    operator: new Budget(Number.POSITIVE_INFINITY),
  };
  server.addHook('onRoute', (route) => {
    const budgetOf = budgetOfRoute(route, budgets);
    if (budgetOf !== undefined) route.preValidation = [takingFrom(budgetOf), ...[route.preValidation ?? []].flat()];
  });
  server.exchanges.onOver(({ budget }) => budget?.release());
  return budgets;
}

type BudgetOf = (request: FastifyRequest) => Budget;

/** Which budget requests of a route are of; undefined: of none. */
function budgetOfRoute({ config, url }: RouteOptions, { callers, keyless, operator }: Budgets): BudgetOf | undefined {
  if (config?.isVital) return undefined;
  if (config?.takesKey) return ({ headers }) => (presentedKey(headers) === undefined ? keyless : callers);
  const isOfOperators = /^\/(?:admin|console)\//.test(url) && !config?.isLogin;
  return isOfOperators ? () => operator : () => keyless;
}

function takingFrom(budgetOf: BudgetOf): preValidationHookHandler {
  return (request, { exchange }, done) => {
    const budget = budgetOf(request);
    if (!budget.take()) return done(overloaded());
    if (exchange === undefined) budget.release();
    else exchange.budget = budget;
    done();
  };
}

function overloaded(): ApiError {
  return new ApiError(errors.overloaded, {}, { headers: { 'Retry-After': String(retryAfterSeconds) } });
}

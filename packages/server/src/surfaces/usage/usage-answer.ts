import type { RawQuery } from '../../catalogue/parameters.ts';
import type { Clock } from '../../kernel/clock.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { BoundedWork, type WorkBounds } from '../../serving/bounded-work.ts';
import { readUsage, reportSecondsMax, type UsageRow } from '../../warehouse/usage/usage-report.ts';
import { type KnownNames, refuseUnknownNames } from './unknown-names.ts';
import { usageQuestion } from './usage-question.ts';

/** Answers what is asked about usage, see {@link usageQuestion}. @throws ApiError 400, 503; EngineError */
export type UsageAnswers = (raw: RawQuery) => Promise<readonly UsageRow[]>;

export interface UsageAnswerParts extends KnownNames {
  readonly clock: Clock;
  /** More than these are refused; default 100,000. */
  readonly rowsMax?: number;
}

/** Of the engine's sessions, most are left to others. */
const bounds: WorkBounds = { msMax: reportSecondsMax * 1000, atOnceMax: 2 };

export function usageAnswers({ engine, clock, hasKey, rowsMax = 100_000 }: UsageAnswerParts): UsageAnswers {
  const work = new BoundedWork(bounds);
  return async (raw) => {
    const question = usageQuestion(raw, clock.now());
    const rows = await work.run(async () => {
      const found = await readUsage(engine, question, rowsMax + 1);
      if (found.length === 0) await refuseUnknownNames(question, { engine, hasKey });
      return found;
    });
    if (rows.length <= rowsMax) return rows;
    const expected = `a range with at most ${rowsMax} rows: request fewer days, by day, or a single key_id or endpoint`;
    throw new ApiError(errors.parameterInvalid, { name: 'from', expected, given: `"${question.from}"` });
  };
}

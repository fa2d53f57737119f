import type { RawQuery } from '../../catalogue/parameters.ts';
import type { Clock } from '../../kernel/clock.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import type { Engine } from '../../warehouse/engine.ts';
import { readUsage, type UsageRow } from '../../warehouse/usage/usage-report.ts';
import { usageQuestion } from './usage-question.ts';

/** Answers what is asked about usage, see {@link usageQuestion}. @throws ApiError 400; EngineError */
export type UsageAnswers = (raw: RawQuery) => Promise<readonly UsageRow[]>;

export interface UsageAnswerParts {
  readonly engine: Engine;
  readonly clock: Clock;
  /** More than these are refused; default 100,000. */
  readonly rowsMax?: number;
}

export function usageAnswers({ engine, clock, rowsMax = 100_000 }: UsageAnswerParts): UsageAnswers {
  return async (raw) => {
    const question = usageQuestion(raw, clock.now());
    const rows = await readUsage(engine, question, rowsMax + 1);
    if (rows.length <= rowsMax) return rows;
    const expected = `days with at most ${rowsMax} rows: ask for fewer, by day, or for one key_id or endpoint`;
    throw new ApiError(errors.parameterInvalid, { name: 'from', expected, given: `"${question.from}"` });
  };
}

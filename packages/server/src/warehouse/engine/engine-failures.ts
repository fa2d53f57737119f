import { EngineError } from './engine.ts';

const aboutTheRows =
  /^(CANNOT_PARSE_|CANNOT_READ_(ARRAY|MAP|TUPLE|ALL_DATA)|INCORRECT_DATA|TYPE_MISMATCH|TOO_DEEP_RECURSION|DECIMAL_OVERFLOW|ARGUMENT_OUT_OF_BOUND|VALUE_IS_OUT_OF_RANGE|CANNOT_CONVERT_TYPE|CANNOT_INSERT_NULL|TOO_LARGE_|JSON_|ILLEGAL_DIVISION)/;

/** Whether the engine refused the rows it was given, rather than failed at its work. */
export function refusesRows(error: unknown): error is EngineError {
  return error instanceof EngineError && aboutTheRows.test(error.type);
}

/** Whether the engine ran out of disk. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const type = error instanceof EngineError ? error.type : '';
  return type === 'NOT_ENOUGH_SPACE' || /No space left on device|errno: 28\b|Disk quota exceeded/i.test(error.message);
}

/** What the engine said, without its preambles and without the rows it quotes. */
export function engineWords(error: Error): string {
  const said = error.message.replace(/^Code: \d+\. /, '').replace(/^DB::\w*Exception: /, '');
  return (said.split('\n')[0] ?? said).slice(0, 160);
}

import { userInfo } from 'node:os';
import { recorded, type Vitrine } from '@vitrine/server';
import { note } from '../output/print.ts';

export interface RecordingOptions<Result> {
  /** What the audit log stores of the result; default: nothing. */
  readonly ofResult?: (result: Result) => object;
  /** What it stores of a failure; default: its message. */
  readonly ofFailure?: (error: unknown) => object;
  /** The change is made even if the audit log cannot be written yet. */
  readonly isUrgent?: boolean;
}

/** Does the work and records it in the audit log. */
export type Recording = <Result>(
  action: string,
  request: object,
  work: () => Promise<Result>,
  options?: RecordingOptions<Result>,
) => Promise<Result>;

/** Records changes made on a data directory itself, under the name of the system's user. */
export function localRecording({ audit }: Pick<Vitrine, 'audit'>): Recording {
  const origin = userName();
  audit.subscribe({
    onLate: ({ action }) => note(`cannot write to the audit log: ${action} runs before it is recorded there`),
    onWritten: ({ action }) => note(`${action} is now recorded in the audit log`),
    onLost: ({ action }) => note(`${action} could not be recorded in the audit log: keep your own record of it`),
  });
  return (action, request, work, { isUrgent, ...details } = {}) =>
    recorded(audit, { actor: 'local', origin, action, request, isUrgent }, work, details);
}

/** In a container a user may have a number and no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}

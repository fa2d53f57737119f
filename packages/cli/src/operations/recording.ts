import { userInfo } from 'node:os';
import { recorded, type Vitrine } from '@vitrine/server';
import { note } from '../output/print.ts';

/** Does what `work` does and keeps a record of it in the audit log. */
export type Recording = <Result>(
  action: string,
  request: object,
  work: () => Promise<Result>,
  ofResult?: (result: Result) => object,
  ofFailure?: (error: unknown) => object,
  isUrgent?: boolean,
) => Promise<Result>;

/** Records changes made on a data directory itself, under the name of the system's user. */
export function localRecording({ audit }: Pick<Vitrine, 'audit'>): Recording {
  const origin = userName();
  audit.tell({
    onLate: ({ action }) => note(`${action} is done before it is in the audit log, which cannot be written`),
    onWritten: ({ action }) => note(`${action} is in the audit log now`),
    onLost: ({ action }) => note(`${action} is not in the audit log: keep a record of it yourself`),
  });
  return (action, request, work, ofResult, ofFailure, isUrgent) =>
    recorded(audit, { actor: 'local', origin, action, request, isUrgent }, work, { ofResult, ofFailure });
}

/** In a container a user may have a number and no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}

import { userInfo } from 'node:os';
import { recorded, type Vitrine } from '@vitrine/server';

/** Does what `work` does and keeps a record of it in the audit log. */
export type Recording = <Result>(
  action: string,
  request: object,
  work: () => Promise<Result>,
  ofResult?: (result: Result) => object,
  ofFailure?: (error: unknown) => object,
) => Promise<Result>;

/** Records changes made on a data directory itself, under the name of the system's user. */
export function localRecording({ audit }: Pick<Vitrine, 'audit'>): Recording {
  const origin = userName();
  return (action, request, work, ofResult, ofFailure) =>
    recorded(audit, { actor: 'local', origin, action, request }, work, { ofResult, ofFailure });
}

/** In a container a user may have a number and no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}

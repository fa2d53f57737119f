import { get, send } from './request.ts';

/** Who is logged in. */
export interface Session {
  readonly name: string;
  readonly scopes: readonly string[];
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Whether somebody may change things, and not only look. */
export function mayOperate(session: Session | undefined): boolean {
  return session?.scopes.includes('operate') ?? false;
}

export async function loadSession(signal?: AbortSignal): Promise<Session> {
  return (await get<Session>('console/v1/session', {}, signal)).data;
}

/** @param by a one-time code, or an admin key */
export function logIn(by: { readonly code: string } | { readonly key: string }): Promise<Session> {
  return send<Session>('POST', 'console/v1/session', by);
}

export function logOut(): Promise<unknown> {
  return send('DELETE', 'console/v1/session');
}

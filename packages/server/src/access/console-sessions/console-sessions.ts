import type { AdminActor, AdminScope } from '../admin-keys/admin-keys.ts';

/** What one may do in the console: look, and change things. */
export type ConsoleScope = Extract<AdminScope, 'view' | 'operate'>;

export type SessionId = `ses_${string}`;

/** A session of the console as the operator sees it; never its token. Times are epoch milliseconds. */
export interface SessionRecord {
  readonly id: SessionId;
  /** What they logged in with. */
  readonly actor: AdminActor;
  /** What the admin key is called; `admin token` where it was none. */
  readonly name: string;
  /** What the admin key may do now; the admin token may do everything. */
  readonly scopes: readonly AdminScope[];
  readonly createdAt: number;
  /** It works until this moment, if it is used meanwhile: not after its admin key. */
  readonly expiresAt: number;
  /** To the minute. */
  readonly lastUsedAt: number;
  /** Since when it works no more, whatever ended it; null: it works. */
  readonly endedAt: number | null;
}

/** A session just opened, with the only sight of its token there will ever be. */
export interface OpenedSession extends SessionRecord {
  readonly token: string;
}

/** Sessions of people who use the console. */
export interface ConsoleSessions {
  open(actor: AdminActor): Promise<OpenedSession>;
  /** The session whose token a browser shows, also one that works no more; undefined: there is none. */
  find(token: string): Promise<SessionRecord | undefined>;
  /** Notes that a session was used. */
  noteUse(session: SessionRecord): Promise<void>;
}

/** Sessions for whoever administers the server. */
export interface SessionAdministration {
  /** All of them, newest first; those that ended are kept for a month. */
  list(): Promise<readonly SessionRecord[]>;
  /** Ends a session for good; ending it again changes nothing. @throws ApiError resource-unknown */
  end(id: string): Promise<SessionRecord>;
}

export interface LoginCode {
  readonly code: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Codes that log in once, so that neither a token nor a key is typed into a browser. */
export interface LoginCodes {
  /** A new code, which logs in as whoever asks for it. */
  create(actor: AdminActor): Promise<LoginCode>;
  /** Uses a code up. @returns as whom it logs in; undefined: it is wrong, used or expired, or its admin key ended. */
  redeem(code: string): Promise<AdminActor | undefined>;
}

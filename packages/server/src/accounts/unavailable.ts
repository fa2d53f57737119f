/** The accounts database cannot store what it is given. The message has the cause. */
export class AccountsUnavailable extends Error {
  override readonly name = 'AccountsUnavailable';
}

/** PostgreSQL lost a connection, shuts down, crashed, starts, or has no connection left. */
const postgresCodes = /^(08...|57P0[123]|53300)$/;
/** The disk is full or broken. */
const sqliteCodes = /^SQLITE_(FULL|IOERR|CANTOPEN)/;
const networkCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What `pg` says without a code. */
const postgresWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether a failure means that the accounts database is unavailable, rather than that a statement was wrong. */
export function isAccountsUnavailable(error: unknown): boolean {
  if (error instanceof AccountsUnavailable) return true;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  const isKnown = [postgresCodes, sqliteCodes, networkCodes].some((codes) => codes.test(code));
  return isKnown || postgresWords.test(error.message);
}

/** The accounts database cannot keep what it is told. The cause is in the message. */
export class AccountsAway extends Error {
  override readonly name = 'AccountsAway';
}

/** PostgreSQL lost a connection, shuts down, crashed, starts, or has no connection left. */
const postgresCodes = /^(08...|57P0[123]|53300)$/;
/** The disk is full or broken. */
const sqliteCodes = /^SQLITE_(FULL|IOERR|CANTOPEN)/;
const networkCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What `pg` says without a code. */
const postgresWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether a failure is that the accounts database is not there, and not that it was asked something wrong. */
export function isAccountsAway(error: unknown): boolean {
  if (error instanceof AccountsAway) return true;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  const isKnown = [postgresCodes, sqliteCodes, networkCodes].some((codes) => codes.test(code));
  return isKnown || postgresWords.test(error.message);
}

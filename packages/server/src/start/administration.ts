import type { AdminKeyStore } from '../access/admin-keys/admin-keys.ts';
import { DatabaseAdminKeys } from '../access/admin-keys/database-admin-keys.ts';
import { BufferingAuditLog } from '../access/audit/buffering-audit-log.ts';
import { databaseAuditLog } from '../access/audit/database-audit-log.ts';
import type { SessionAdministration } from '../access/console-sessions/console-sessions.ts';
import { DatabaseSessionAdministration } from '../access/console-sessions/database-session-administration.ts';
import { CachedKeys } from '../access/keys/cached-keys.ts';
import { DatabaseKeys } from '../access/keys/database-keys.ts';
import type { KeyStore } from '../access/keys/keys.ts';
import { type AccountsDatabase, openAccounts } from '../accounts/database.ts';
import { Reserve } from '../accounts/reserve.ts';
import { isAccountsUnavailable } from '../accounts/unavailable.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import type { Config } from '../config.ts';
import { type Clock, monotonicClock, systemClock } from '../kernel/clock.ts';
import { exportScope } from '../surfaces/export/export-scope.ts';
import { type DataPaths, dataPaths, isDataDirectory, prepareDirectory, prepareWarehouse } from './data-directory.ts';
import { keepRelease, refuseNewerRelease } from './release.ts';
import { ResourceStack } from './resource-stack.ts';
import { refuseRunningServer } from './running-server.ts';
import { startFailure } from './start-failure.ts';

/** What operators administer with the accounts database alone. */
export interface Administration {
  readonly keys: KeyStore;
  readonly adminKeys: AdminKeyStore;
  readonly sessions: SessionAdministration;
  readonly audit: BufferingAuditLog;
}

export interface OpenAdministration extends Administration {
  close(): Promise<void>;
}

/**
 * Opens the accounts of a data directory that no server has, and no engine: another process may have that, or it may be
 * broken.
 *
 * @throws StartError in words for the person at the terminal.
 */
export async function openAdministration(config: Config): Promise<OpenAdministration> {
  const paths = dataPaths(config.dataDirectory);
  const resources = new ResourceStack();
  try {
    await refuseRunningServer(paths.directory);
    prepareDirectory(paths.directory);
    refuseNewerRelease(paths);
    if (!isDataDirectory(paths)) prepareWarehouse(paths);
    keepRelease(paths);
    const accounts = await openAccounts({ directory: paths.directory, databaseUrl: config.databaseUrl });
    resources.add({ close: () => accounts.destroy() });
    return { ...administrationOf({ accounts, clock: systemClock, paths, resources }), close: () => resources.close() };
  } catch (cause) {
    // Why it could not start says more than why it could not close.
    await resources.close().catch(() => {});
    throw startFailure(cause, { directory: paths.directory });
  }
}

interface AdministrationParts {
  readonly accounts: AccountsDatabase;
  readonly clock: Clock;
  readonly paths: DataPaths;
  readonly resources: ResourceStack;
}

/** What a key may be limited to. */
const keyScopes = [...catalogue.map(({ id }) => id), exportScope];

/** Leaves closing what it opens to `resources`. */
export function administrationOf({ accounts, clock, paths, resources }: AdministrationParts): Administration {
  const audit = resources.add(new BufferingAuditLog(databaseAuditLog(accounts, clock), clock));
  const reserve = resources.add(new Reserve(paths.reserve));
  const urgently = <Result>(write: () => Promise<Result>) => reserve.with(write, isAccountsUnavailable);
  return {
    keys: new CachedKeys(new DatabaseKeys(accounts, clock, keyScopes, urgently), monotonicClock),
    adminKeys: new DatabaseAdminKeys(accounts, clock, urgently),
    sessions: new DatabaseSessionAdministration(accounts, clock, urgently),
    audit,
  };
}

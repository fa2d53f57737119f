import { type Config, type OpenAdministration, openAdministration } from '@vitrine/server';
import type { AccountsOperations } from './operations.ts';
import { localRecording, type Recording } from './recording.ts';

/** Works on the accounts of a data directory that no server has, without its engine. @throws StartError */
export async function openAccountsDirectory(config: Config): Promise<AccountsOperations> {
  const administration = await openAdministration(config);
  return accountsOperations(administration, localRecording(administration));
}

/** What each change made is kept in the audit log under `record`. */
export function accountsOperations(administration: OpenAdministration, record: Recording): AccountsOperations {
  const { adminKeys, audit, keys, sessions } = administration;
  return {
    audit: (page) => audit.list(page),
    createKey: (wanted) => record('keys.create', wanted, () => keys.create(wanted), { ofResult: idOf }),
    listKeys: () => keys.list(),
    updateKey: (id, changes) => record('keys.update', { id, ...changes }, () => keys.update(id, changes)),
    rotateKey: (id, overlapMs) =>
      record('keys.rotate', { id, overlapMs }, () => keys.rotate(id, overlapMs), { ofResult: idOf }),
    revokeKey: (id) => record('keys.revoke', { id }, () => keys.revoke(id), { isUrgent: true }),
    grantCredits: (id, credits, expiresAt) =>
      record('keys.grant', { id, credits, expiresAt }, () => keys.grant(id, credits, expiresAt)),
    refundCredits: (id, credits, reason) =>
      record('keys.refund', { id, credits, reason }, () => keys.refund(id, credits, reason)),
    createAdminKey: (wanted) => record('admin-keys.create', wanted, () => adminKeys.create(wanted), { ofResult: idOf }),
    listAdminKeys: () => adminKeys.list(),
    revokeAdminKey: (id) => record('admin-keys.revoke', { id }, () => adminKeys.revoke(id), { isUrgent: true }),
    listSessions: () => sessions.list(),
    endSession: (id) => record('sessions.end', { id }, () => sessions.end(id), { isUrgent: true }),
    close: () => administration.close(),
  };
}

function idOf({ id }: { readonly id: string }): object {
  return { id };
}

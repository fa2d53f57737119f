import type * as sdk from '@vitrine/sdk';
import { describe, expectTypeOf, it } from 'vitest';
import type {
  AdminKeyRecord,
  CreatedAdminKey,
  NewAdminKey,
} from '../../packages/server/src/access/admin-keys/admin-keys.ts';
import type { AuditEntry } from '../../packages/server/src/access/audit/audit-log.ts';
import type { SessionRecord } from '../../packages/server/src/access/console-sessions/console-sessions.ts';
import type { CreatedKey, KeyChanges, KeyRecord, NewKey } from '../../packages/server/src/access/keys/keys.ts';
import type { BatchEntry } from '../../packages/server/src/ingest/batches.ts';
import type { ErasureReport } from '../../packages/server/src/ingest/erasure/erase-creator.ts';
import type { IngestSummary } from '../../packages/server/src/ingest/summary.ts';
import type { Reject } from '../../packages/server/src/ingest/validating/rejects.ts';
import type { ExplainQuestion, Explanation } from '../../packages/server/src/serving/explain/explanation.ts';
import type { LoginLink } from '../../packages/server/src/surfaces/admin/login-link-route.ts';
import type { PublishReport } from '../../packages/server/src/warehouse/publish/publish.ts';
import type { RollbackReport } from '../../packages/server/src/warehouse/rollback.ts';
import type { UsageRow } from '../../packages/server/src/warehouse/usage/usage-report.ts';

/** The SDK imports nothing, so it says again what the admin API takes and gives. `npm run check:types` compares. */
describe('the SDK says of the admin API what the server says of', () => {
  it('keys', () => {
    expectTypeOf<sdk.KeyRecord>().toEqualTypeOf<KeyRecord>();
    expectTypeOf<sdk.CreatedKey>().toEqualTypeOf<CreatedKey>();
    expectTypeOf<sdk.NewKey>().toEqualTypeOf<NewKey>();
    expectTypeOf<sdk.KeyChanges>().toEqualTypeOf<KeyChanges>();
    expectTypeOf<sdk.AdminKeyRecord>().toEqualTypeOf<AdminKeyRecord>();
    expectTypeOf<sdk.CreatedAdminKey>().toEqualTypeOf<CreatedAdminKey>();
    expectTypeOf<sdk.NewAdminKey>().toEqualTypeOf<NewAdminKey>();
  });

  it('sessions', () => {
    expectTypeOf<sdk.SessionRecord>().toEqualTypeOf<SessionRecord>();
    expectTypeOf<sdk.LoginLink>().toEqualTypeOf<LoginLink>();
  });

  it('what comes in and goes out', () => {
    expectTypeOf<sdk.Reject>().toEqualTypeOf<Reject>();
    expectTypeOf<sdk.IngestSummary>().toEqualTypeOf<IngestSummary>();
    expectTypeOf<sdk.IngestBatch>().toEqualTypeOf<BatchEntry>();
    expectTypeOf<sdk.PublishReport>().toEqualTypeOf<PublishReport>();
    expectTypeOf<sdk.RollbackReport>().toEqualTypeOf<RollbackReport>();
    expectTypeOf<sdk.ForgetReport>().toEqualTypeOf<ErasureReport>();
  });

  it('where numbers come from', () => {
    expectTypeOf<sdk.Explanation>().toEqualTypeOf<Explanation>();
    expectTypeOf<sdk.ExplainQuestion>().toEqualTypeOf<ExplainQuestion>();
  });

  it('usage and changes', () => {
    expectTypeOf<sdk.UsageRow>().toEqualTypeOf<UsageRow>();
    expectTypeOf<sdk.AuditEntry>().toEqualTypeOf<AuditEntry>();
  });
});

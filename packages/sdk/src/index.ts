export {
  type AdminClient,
  type AdminClientOptions,
  type CreatedKey,
  createAdminClient,
  type DatasetVersion,
  type IngestOptions,
  type IngestSummary,
  type KeyRecord,
  type NewKey,
  type PublishOptions,
  type PublishReport,
  type Reject,
  type UsageQuestion,
  type UsageRow,
  type Versions,
} from './admin.ts';
export type { AuditEntry, IngestBatch, ListPage, RollbackReport } from './history.ts';
export { VitrineError } from './vitrine-error.ts';

export { type AdminClient, type AdminClientOptions, createAdminClient, type Once } from './admin.ts';
export type { AdminKeyRecord, AdminScope, CreatedAdminKey, NewAdminKey } from './admin-keys.ts';
export { type AnyRow, createClient, isPaged, listMethod, lookupMethod } from './client.ts';
export type { ClientOptions } from './connection.ts';
export type {
  AllOptions,
  CallOptions,
  Count,
  DetailMethod,
  EndpointMethod,
  ExportedList,
  ExportFormat,
  ExportOptions,
  FieldsParameter,
  ListMethod,
  LookupMethod,
  PagedMethod,
  PageParameters,
  ResponseInfo,
  TrendMethod,
} from './endpoint-method.ts';
export {
  type EndpointSpec,
  exportedOf,
  type FieldSpec,
  type ParameterChoice,
  type ParameterSpec,
} from './endpoint-spec.ts';
export type {
  ExplainedBasis,
  ExplainedBreakdown,
  ExplainedCorrection,
  ExplainedGap,
  ExplainedOwnSaleRecord,
  ExplainedOwnSales,
  ExplainedPart,
  ExplainedSaleRecord,
  ExplainedSales,
  ExplainedSighting,
  ExplainedSightings,
  ExplainQuestion,
  Explanation,
} from './explain.ts';
export * from './generated/endpoints.ts';
export type {
  AuditEntry,
  ForgetOptions,
  ForgetPreview,
  ForgetReport,
  IngestBatch,
  ListPage,
  RollbackReport,
} from './history.ts';
export {
  type IngestOptions,
  type IngestSummary,
  type LeftOutField,
  type MendedValue,
  NothingTakenInError,
  type Reject,
} from './ingest.ts';
export type { CreatedKey, KeyChanges, KeyMode, KeyRecord, NewKey, QuotaPeriod } from './keys.ts';
export type { Platform } from './platform.ts';
export type { DatasetVersion, EstimateConstants, PublishOptions, PublishReport, Versions } from './publish.ts';
export type { ParameterValues } from './query.ts';
export type { LoginLink, SessionRecord } from './sessions.ts';
export type { SqlFormat, SqlRows } from './sql.ts';
export type { Suspicion, SuspicionSign } from './suspicion.ts';
export type { UsageQuestion, UsageRow } from './usage.ts';
export {
  BadRequestError,
  ConnectionError,
  CreditsSpentError,
  KeyError,
  RateLimitError,
  ScopeError,
  ServerError,
  VitrineError,
} from './vitrine-error.ts';

import type { Readable } from 'node:stream';
import type {
  AdminKeyRecord,
  AuditEntry,
  CreatedAdminKey,
  CreatedKey,
  ExplainQuestion,
  Explanation,
  ForgetOptions,
  ForgetPreview,
  ForgetReport,
  IngestBatch,
  IngestSummary,
  KeyChanges,
  KeyRecord,
  ListPage,
  LoginLink,
  NewAdminKey,
  NewKey,
  PublishOptions,
  PublishReport,
  RollbackReport,
  SessionRecord,
  SqlFormat,
  SqlRows,
  UsageQuestion,
  UsageRow,
  Versions,
} from '@vitrine/sdk';
import type { EstimateScore, FitReport, IngestFormat, Told, UndoneFit } from '@vitrine/server';

/** A file, or standard input, to take in. */
export interface IngestFile {
  /** As it was given; `stdin` for standard input. */
  readonly name: string;
  readonly from: { readonly path: string } | { readonly stream: Readable };
  /** As it was told; undefined: as the name or the content says. */
  readonly format: IngestFormat | undefined;
  readonly kind: string | undefined;
  readonly strict: boolean;
  /** Name of the source it is of; undefined: it is recognised. */
  readonly readAs: string | undefined;
  readonly told: Told;
  readonly dryRun: boolean;
}

/** How far the taking in of a file is. */
export interface IngestProgress {
  readonly bytes: number;
  /** Undefined where only the server knows. */
  readonly records?: number | undefined;
  readonly rejected?: number | undefined;
}

/** What commands do with the accounts, on a data directory or through a server. */
export interface AccountsOperations {
  audit(page: ListPage): Promise<readonly AuditEntry[]>;
  createKey(wanted: NewKey): Promise<CreatedKey>;
  listKeys(): Promise<readonly KeyRecord[]>;
  updateKey(id: string, changes: KeyChanges): Promise<KeyRecord>;
  rotateKey(id: string, overlapMs: number): Promise<CreatedKey>;
  revokeKey(id: string): Promise<KeyRecord>;
  grantCredits(id: string, credits: number, expiresAt?: number): Promise<KeyRecord>;
  refundCredits(id: string, credits: number, reason: string): Promise<KeyRecord>;
  createAdminKey(wanted: NewAdminKey): Promise<CreatedAdminKey>;
  listAdminKeys(): Promise<readonly AdminKeyRecord[]>;
  revokeAdminKey(id: string): Promise<AdminKeyRecord>;
  listSessions(): Promise<readonly SessionRecord[]>;
  endSession(id: string): Promise<SessionRecord>;
  close(): Promise<void>;
}

/** What commands do, on a data directory or through a server. */
export interface Operations extends AccountsOperations {
  ingest(file: IngestFile, onProgress: (progress: IngestProgress) => void): Promise<IngestSummary>;
  publish(options: PublishOptions): Promise<PublishReport>;
  versions(): Promise<Versions>;
  rollBack(version?: number): Promise<RollbackReport>;
  eraseCreator(userId: string, options: ForgetOptions): Promise<ForgetReport>;
  previewErasure(userId: string): Promise<ForgetPreview>;
  batches(page: ListPage): Promise<readonly IngestBatch[]>;
  withdrawBatch(batch: number, reason: string): Promise<IngestBatch>;
  restoreBatch(batch: number): Promise<IngestBatch>;
  usage(question: UsageQuestion): Promise<readonly UsageRow[]>;
  sql(statement: string): Promise<SqlRows>;
  sqlFile(statement: string, format: SqlFormat): Promise<Uint8Array>;
  explain(question: ExplainQuestion): Promise<Explanation>;
}

/** What only a server does. */
export interface ServerOperations extends Operations {
  createLoginLink(): Promise<LoginLink>;
}

type OnEstimateStep = (name: string, index: number, count: number) => void;

/** What is done on a data directory that no server has. */
export interface DirectoryOperations extends Operations {
  scoreEstimates(onStep: OnEstimateStep): Promise<EstimateScore>;
  fitEstimates(apply: boolean, onStep: OnEstimateStep): Promise<FitReport>;
  undoFit(): Promise<UndoneFit>;
}

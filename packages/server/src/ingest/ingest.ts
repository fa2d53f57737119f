import type { Clock } from '../kernel/clock.ts';
import { invalid } from '../kernel/field-checks.ts';
import type { Engine } from '../warehouse/engine/engine.ts';
import type { Batches } from './batches.ts';
import { dryRun } from './dry-run.ts';
import type { Erasures } from './erasure/erasures.ts';
import { limitsAt } from './fields/moments.ts';
import { IngestError } from './ingest-error.ts';
import { kinds } from './kinds/index.ts';
import type { Kind } from './kinds/kind.ts';
import { type ChunkLimits, defaultChunkLimits } from './landing/chunked-sink.ts';
import { formatOf, type IngestFormat, isGzipName } from './reading/format.ts';
import type { Input } from './reading/input.ts';
import { type Origin, openInput } from './reading/open-input.ts';
import { Spool } from './reading/spool.ts';
import { IngestRun } from './run.ts';
import { checkTold, type Told } from './sources/told.ts';
import type { IngestProgress, IngestSummary } from './summary.ts';

export interface IngestDependencies {
  readonly engine: Engine;
  readonly batches: Batches;
  readonly clock: Clock;
  /** Rejects are written here, and bodies that have to be read twice are held here. */
  readonly dataDirectory: string;
  /** Reads Parquet files of this machine; default `engine`, which suits an engine in this process. */
  readonly fileEngine?: Engine;
  /** Whose records are left out; absent: nobody's. */
  readonly erasures?: Pick<Erasures, 'isEmpty' | 'has'>;
  readonly chunkLimits?: ChunkLimits;
  /** Told of each batch that has brought records in. */
  readonly onIngested?: (summary: IngestSummary) => void;
}

export interface IngestInput {
  /** What it is called in the report: a file name, `stdin`, `http`. */
  readonly source: string;
  readonly from: Origin;
  /** A file of a source that is written otherwise is refused. Default: {@link IngestInput.likelyFormat}. */
  readonly format?: IngestFormat | undefined;
  /** As its media type says; default: as the source's name does ({@link formatOf}). */
  readonly likelyFormat?: IngestFormat | undefined;
  /** It must be gzip; default: when the source's name ends in `.gz`. What begins like gzip is unpacked in any case. */
  readonly gzip?: boolean | undefined;
  /** Name of the kind of all records: required for CSV and Parquet. */
  readonly kind?: string | undefined;
  /** Name of the source whose file it is, or `auto`; default: recognised where no kind is given. */
  readonly readAs?: string | undefined;
  /** What the file does not say. */
  readonly told?: Told | undefined;
  /** Take in nothing when one line is bad. */
  readonly strict?: boolean | undefined;
  /** Say what would go in, and write nothing. */
  readonly dryRun?: boolean | undefined;
  /** Gives it up: nobody waits for the report any more. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes records in: reads, validates and lands them as one batch. Sending the same again changes nothing.
 *
 * @param onProgress is called after every block read, some hundred times a second at most.
 * @throws ApiError parameter-invalid for what is told or asked for wrongly.
 * @throws IngestError: see its reasons. Whatever was landed before stays and is told in its summary.
 */
export async function ingest(
  dependencies: IngestDependencies,
  input: IngestInput,
  onProgress: (progress: IngestProgress) => void = () => {},
): Promise<IngestSummary> {
  const spool = new Spool(dependencies.dataDirectory);
  try {
    checkTold(input.told ?? {});
    checkOfSource(input);
    const options = {
      ...dependencies,
      chunkLimits: dependencies.chunkLimits ?? defaultChunkLimits,
      limits: limitsAt(dependencies.clock.now()),
      name: input.source,
      input: await requestedInput(dependencies, input, spool),
      onProgress,
      signal: input.signal,
    };
    if (input.dryRun === true) return await dryRun(options, input.strict ?? false);
    const run = await IngestRun.open(options);
    const summary = await run.complete(input.strict ?? false);
    if (Object.keys(summary.records).length > 0) dependencies.onIngested?.(summary);
    return summary;
  } finally {
    await spool.clear();
  }
}

/** Files of a source say themselves what kinds and what format they are. */
function checkOfSource({ readAs, kind, format }: IngestInput): void {
  if (readAs === undefined) return;
  if (kind !== undefined) throw invalid('kind', 'none beside from: files of a source have their own kinds', kind);
  if (format === 'parquet') throw invalid('format', 'none beside from, which reads JSON, CSV and XLSX', format);
}

function requestedInput({ engine, fileEngine }: IngestDependencies, input: IngestInput, spool: Spool): Promise<Input> {
  return openInput(fileEngine ?? engine, spool, {
    name: input.source,
    origin: input.from,
    format: input.format ?? input.likelyFormat ?? formatOf(input.source),
    isFormatTold: input.format !== undefined,
    gzip: input.gzip ?? isGzipName(input.source),
    kind: kindNamed(input.kind),
    readAs: input.readAs,
    told: input.told ?? {},
    twice: input.strict ?? false,
  });
}

function kindNamed(name: string | undefined): Kind | undefined {
  const kind = name === undefined ? undefined : kinds.get(name);
  if (name !== undefined && kind === undefined) {
    throw new IngestError('source', `no such kind: expected one of ${[...kinds.keys()].join(', ')}, got ${name}`);
  }
  return kind;
}

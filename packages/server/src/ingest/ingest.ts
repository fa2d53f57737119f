import type { Clock } from '../kernel/clock.ts';
import type { Engine } from '../warehouse/engine/engine.ts';
import type { Batches } from './batches.ts';
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
}

export interface IngestInput {
  /** What it is called in the report: a file name, `stdin`, `http`. */
  readonly source: string;
  readonly from: Origin;
  /** Default: as the source's name says ({@link formatOf}). */
  readonly format?: IngestFormat | undefined;
  /** It must be gzip; default: when the source's name ends in `.gz`. What begins like gzip is unpacked in any case. */
  readonly gzip?: boolean | undefined;
  /** Name of the kind of all records: required for CSV and Parquet. */
  readonly kind?: string | undefined;
  /** Take in nothing when one line is bad. */
  readonly strict?: boolean | undefined;
  /** Gives it up: nobody waits for the report any more. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes records in: reads, validates and lands them as one batch. Sending the same again changes nothing.
 *
 * @param onProgress is called after every block read, some hundred times a second at most.
 * @throws IngestError: see its reasons. Whatever was landed before stays and is told in its summary.
 */
export async function ingest(
  dependencies: IngestDependencies,
  input: IngestInput,
  onProgress: (progress: IngestProgress) => void = () => {},
): Promise<IngestSummary> {
  const spool = new Spool(dependencies.dataDirectory);
  try {
    const opened = await requestedInput(dependencies, input, spool);
    const run = await IngestRun.open({
      ...dependencies,
      chunkLimits: dependencies.chunkLimits ?? defaultChunkLimits,
      limits: limitsAt(dependencies.clock.now()),
      name: input.source,
      input: opened,
      onProgress,
      signal: input.signal,
    });
    return await run.complete(input.strict ?? false);
  } finally {
    await spool.clear();
  }
}

function requestedInput({ engine, fileEngine }: IngestDependencies, input: IngestInput, spool: Spool): Promise<Input> {
  return openInput(fileEngine ?? engine, spool, {
    name: input.source,
    origin: input.from,
    format: input.format ?? formatOf(input.source),
    gzip: input.gzip ?? isGzipName(input.source),
    kind: kindNamed(input.kind),
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

import type { Engine } from '../../warehouse/engine/engine.ts';
import type { Kind } from '../kinds/kind.ts';
import type { GoodRecord, RecordSink } from '../validating/record-intake.ts';
import type { RejectLog } from '../validating/rejects.ts';
import { Chunk } from './chunk.ts';
import { land, rowText } from './landing-writer.ts';

/** When a chunk is full, whichever comes first. */
export interface ChunkLimits {
  readonly bytesMax: number;
  readonly rowsMax: number;
}

export const defaultChunkLimits: ChunkLimits = { bytesMax: 8 * 1024 * 1024, rowsMax: 50_000 };

export interface ChunkedSinkOptions {
  readonly engine: Engine;
  readonly batch: number;
  readonly limits: ChunkLimits;
  readonly rejects: RejectLog;
}

/** So many chunks land at a time: the engine sorts and packs each on one core. */
const landingMax = 2;

interface FullChunk {
  readonly kind: Kind;
  readonly chunk: Chunk;
}

/** Gathers records into chunks, one kind each, and lands chunks while the next one fills. */
export class ChunkedSink implements RecordSink {
  readonly #options: ChunkedSinkOptions;
  readonly #filling = new Map<Kind, Chunk>();
  readonly #landed = new Map<string, number>();
  /** Chunks to fill again: their memory is worth keeping. */
  readonly #empty: Chunk[] = [];
  /** Kinds whose records the engine could not read as they came: the rest of them is written anew at once. */
  readonly #misread = new Set<Kind>();
  #full: FullChunk[] = [];
  readonly #landing = new Set<Promise<void>>();
  #failure: { readonly cause: unknown } | undefined;

  constructor(options: ChunkedSinkOptions) {
    this.#options = options;
  }

  /** Records that are in, by kind. */
  get landed(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#landed);
  }

  take(good: GoodRecord): void {
    const { kind, lineNumber, written } = good;
    const chunk = this.#chunkOf(kind);
    if (written !== undefined && !this.#misread.has(kind)) chunk.addObject(written, lineNumber);
    else chunk.addRow(rowText(this.#options.batch, kind, good), lineNumber);
    this.#setAsideWhenFull(kind, chunk);
  }

  /**
   * Lands what is full; resolves when at most {@link landingMax} chunks are still on their way.
   *
   * @throws what the engine threw; nothing is landed after that.
   */
  async drain(): Promise<void> {
    const full = this.#full;
    this.#full = [];
    for (const next of full) {
      if (this.#landing.size === landingMax) await Promise.race(this.#landing);
      if (this.#failure !== undefined) break;
      this.#begin(next);
    }
    if (this.#failure !== undefined) throw this.#failure.cause;
  }

  /** Lands everything. @throws as {@link drain}. */
  async finish(): Promise<void> {
    for (const [kind, chunk] of this.#filling) this.#full.push({ kind, chunk });
    this.#filling.clear();
    await this.drain();
    await this.settle();
    if (this.#failure !== undefined) throw this.#failure.cause;
  }

  /** Waits until nothing is on its way any more, whatever became of it. */
  async settle(): Promise<void> {
    await Promise.all(this.#landing);
  }

  #begin(full: FullChunk): void {
    const landing = this.#land(full).finally(() => this.#landing.delete(landing));
    this.#landing.add(landing);
  }

  #chunkOf(kind: Kind): Chunk {
    const filling = this.#filling.get(kind);
    if (filling !== undefined) return filling;
    const chunk = this.#empty.pop() ?? new Chunk(this.#options.batch);
    this.#filling.set(kind, chunk);
    return chunk;
  }

  #setAsideWhenFull(kind: Kind, chunk: Chunk): void {
    const { bytesMax, rowsMax } = this.#options.limits;
    if (chunk.byteLength < bytesMax && chunk.lineNumbers.length < rowsMax) return;
    this.#full.push({ kind, chunk });
    this.#filling.delete(kind);
  }

  /** Never rejects: the failure is kept for the next drain. */
  async #land({ kind, chunk }: FullChunk): Promise<void> {
    try {
      const { rows, asWritten } = await land(this.#options.engine, kind, chunk, this.#options.rejects);
      if (!asWritten) this.#misread.add(kind);
      this.#landed.set(kind.name, (this.#landed.get(kind.name) ?? 0) + rows);
    } catch (cause) {
      this.#failure = { cause };
    }
    chunk.clear();
    this.#empty.push(chunk);
  }
}

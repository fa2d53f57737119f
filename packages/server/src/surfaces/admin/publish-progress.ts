import { PassThrough, type Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError, errors } from '../../kernel/errors.ts';
import { EngineError } from '../../warehouse/engine/engine.ts';
import { engineWords, isDiskFull } from '../../warehouse/engine/engine-failures.ts';
import type { PublishRequest } from '../../warehouse/publish/publish.ts';
import { PublishRefused } from '../../warehouse/publish/refusal.ts';
import { errorEnvelope, successEnvelope } from '../envelope.ts';
import { apiErrorOf } from '../http/error-handling.ts';
import { failureOf, namesIn } from './audit-hook.ts';

/** How long a step may go without a line, lest proxies and clients take the connection for dead. */
const silenceMsMax = 10_000;

/** Work that publishes a version, and its report. */
type Publishing = (onStep?: PublishRequest['onStep']) => Promise<object>;

/**
 * Runs what publishes and answers with its report, or with a line a step where the caller takes `application/x-ndjson`.
 *
 * @throws ApiError in words for the operator.
 */
export async function answerInSteps(request: FastifyRequest, reply: FastifyReply, publishing: Publishing) {
  const run: Publishing = (onStep) =>
    publishing(onStep).catch((cause: unknown) => {
      throw publishError(cause);
    });
  // Longer than a connection may be silent otherwise.
  reply.raw.setTimeout(0);
  if (!wantsProgress(request)) return successEnvelope(await run(), request.id);
  return reply.type('application/x-ndjson').send(await progressOf(run, request));
}

function wantsProgress(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('application/x-ndjson') ?? false;
}

/** The caller is the operator, who may read what went wrong. */
function publishError(cause: unknown): ApiError {
  if (cause instanceof ApiError) return cause;
  const reason = cause instanceof EngineError ? engineWords(cause) : messageOf(cause);
  if (cause instanceof PublishRefused) return new ApiError(errors.publishRefused, { reason });
  return new ApiError(isDiskFull(cause) ? errors.storageFull : errors.publishFailed, { reason }, { cause });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/**
 * Lines that tell how far a publish is, and at last its envelope. Resolves when the first step begins.
 *
 * @throws what the run throws before its first step.
 */
function progressOf(run: Publishing, request: FastifyRequest): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const lines = new ProgressLines();
    let hasBegun = false;
    const done = run((step, index, count) => {
      hasBegun = true;
      lines.write({ step, index, count });
      resolve(lines.readable);
    });
    done.then(
      async (report) => {
        await request.changeEnds?.('done', namesIn(report));
        lines.end(successEnvelope(report, request.id));
        resolve(lines.readable);
      },
      async (error: unknown) => {
        if (hasBegun) return lines.end(await endedBy(error, request));
        // Nothing has left yet: it is answered as any other error.
        lines.drop();
        reject(error);
      },
    );
  });
}

/** The envelope of what went wrong, after it is in the audit log. */
async function endedBy(error: unknown, request: FastifyRequest): Promise<object> {
  const envelope = errorEnvelope(apiErrorOf(error, request), request.id);
  await request.changeEnds?.('failed', failureOf(request, envelope));
  return envelope;
}

/** A caller who goes away does not stop the publish: lines nobody reads are dropped. */
class ProgressLines {
  readonly #lines = new PassThrough();
  readonly #timer: NodeJS.Timeout;
  #latest: object | undefined;

  constructor() {
    this.#lines.on('error', () => {});
    this.#timer = setInterval(() => this.#repeat(), silenceMsMax);
  }

  get readable(): Readable {
    return this.#lines;
  }

  write(line: object): void {
    this.#latest = line;
    this.#send(line);
  }

  end(line: object): void {
    clearInterval(this.#timer);
    this.#send(line);
    if (!this.#lines.destroyed) this.#lines.end();
  }

  drop(): void {
    clearInterval(this.#timer);
    this.#lines.destroy();
  }

  #repeat(): void {
    if (this.#latest !== undefined) this.#send(this.#latest);
  }

  #send(line: object): void {
    if (!this.#lines.destroyed) this.#lines.write(`${JSON.stringify(line)}\n`);
  }
}

import { PassThrough, type Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { ApiError, errors } from '../../kernel/errors.ts';
import type { PublishReport, PublishRequest } from '../../warehouse/publish/publish.ts';
import { errorEnvelope, successEnvelope } from '../envelope.ts';

/** How long a step may go without a line, lest proxies and clients take the connection for dead. */
const silenceMsMax = 10_000;

type Run = (onStep: PublishRequest['onStep']) => Promise<PublishReport>;

/**
 * Lines that tell how far a publish is, and at last its envelope. Resolves when the first step begins.
 *
 * @throws what the run throws before its first step.
 */
export function publishProgress(run: Run, request: FastifyRequest): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const lines = new ProgressLines();
    const done = run((step, index, count) => {
      lines.write({ step, index, count });
      resolve(lines.readable);
    });
    done.then(
      async (report) => {
        await request.changeEnds?.('done', { version: report.version });
        lines.end(successEnvelope(report, request.id));
        resolve(lines.readable);
      },
      async (error: unknown) => {
        // Does nothing unless it went wrong before the first step.
        reject(error);
        const envelope = envelopeOf(error, request);
        await request.changeEnds?.('failed', { code: envelope.code, message: envelope.message });
        lines.end(envelope);
      },
    );
  });
}

function envelopeOf(error: unknown, request: FastifyRequest) {
  request.log.error({ err: error }, 'publish failed');
  const known = error instanceof ApiError ? error : new ApiError(errors.internal, {}, { cause: error });
  return errorEnvelope(known.status, known.message, request.id);
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

  #repeat(): void {
    if (this.#latest !== undefined) this.#send(this.#latest);
  }

  #send(line: object): void {
    if (!this.#lines.destroyed) this.#lines.write(`${JSON.stringify(line)}\n`);
  }
}

import { ApiError, errors } from '../kernel/errors.ts';
import { EngineError } from '../warehouse/engine.ts';
import type { ListSource } from './list-source.ts';
import type { PageQuery } from './page-query.ts';
import type { Page, Reader } from './reader.ts';

/**
 * A reader that gives an answer up after a time, waiting for its turn included: the caller hears in time, and nobody is
 * charged. The engine stops a query by itself after as long.
 */
export class BoundedReader implements Reader {
  readonly #reader: Reader;
  readonly #pageMsMax: number;

  constructor(reader: Reader, pageMsMax: number) {
    this.#reader = reader;
    this.#pageMsMax = pageMsMax;
  }

  /** @throws ApiError too-slow */
  async page(source: ListSource, query: PageQuery, version: number): Promise<Page> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.#tooSlow()), this.#pageMsMax);
    });
    try {
      return await Promise.race([this.#reader.page(source, query, version), late]);
    } catch (cause) {
      throw cause instanceof EngineError && cause.type === 'TIMEOUT_EXCEEDED' ? this.#tooSlow(cause) : cause;
    } finally {
      clearTimeout(timer);
    }
  }

  #tooSlow(cause?: unknown): ApiError {
    return new ApiError(
      errors.tooSlow,
      { seconds: this.#pageMsMax / 1000 },
      { headers: { 'Retry-After': '5' }, ...(cause !== undefined && { cause }) },
    );
  }
}

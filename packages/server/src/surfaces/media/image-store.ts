import { type Clock, monotonicClock } from '../../kernel/clock.ts';
import { imageName } from '../../serving/image-name.ts';
import { BoundedQueue } from './bounded-queue.ts';
import type { ImageCache } from './image-cache.ts';
import { NegativeCache } from './negative-cache.ts';
import { fetchImage } from './origin/fetch-image.ts';
import { OriginFailure } from './origin/origin-failure.ts';
import type { Network } from './origin/pinned-request.ts';
import type { RenderImage } from './render-image.ts';
import { PictureRefused } from './rendering.ts';

export interface ImageStoreParts {
  readonly cache: ImageCache;
  readonly network: Network;
  readonly render: RenderImage;
  /** Whether an observation names the address. */
  isObserved(address: string): Promise<boolean>;
  /** Hears why there is no image. */
  onMissing(failure: OriginFailure): void;
  /** Hears that an image cannot be kept. */
  onCacheFailure(error: unknown): void;
  readonly clock?: Clock;
}

/** How long a placeholder stands in for an image before its origin is asked again. */
const missingMs: Readonly<Record<OriginFailure['kind'], number>> = {
  gone: 60 * 60_000,
  refused: 60 * 60_000,
  failed: 60_000,
};

const fetchesAtOnceMax = 8;
const rendersAtOnceMax = 2;
const waitingMax = 200;

/**
 * Images by the address that observations name: from the disk, or from their origin, which is asked once for all who
 * wait.
 */
export class ImageStore {
  readonly #parts: ImageStoreParts;
  readonly #missing: NegativeCache;
  readonly #underWay = new Map<string, Promise<Buffer | undefined>>();
  readonly #fetches = new BoundedQueue(fetchesAtOnceMax, waitingMax);
  readonly #renders = new BoundedQueue(rendersAtOnceMax, waitingMax);

  constructor(parts: ImageStoreParts) {
    this.#parts = parts;
    this.#missing = new NegativeCache(parts.clock ?? monotonicClock);
  }

  /**
   * @returns a WebP, or undefined when there is none.
   * @throws ApiError overloaded; EngineError when it cannot be asked who names the address
   */
  async image(address: string): Promise<Buffer | undefined> {
    const name = imageName(address);
    const kept = await this.#parts.cache.read(name);
    if (kept !== undefined || this.#missing.has(name)) return kept;
    const underWay = this.#underWay.get(name) ?? this.#make(address, name).finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, underWay);
    return underWay;
  }

  async #make(address: string, name: string): Promise<Buffer | undefined> {
    const { cache, isObserved, onCacheFailure, onMissing } = this.#parts;
    const { era } = cache;
    if (!(await isObserved(address))) return undefined;
    try {
      const image = await this.#madeOf(address);
      await cache.write(name, image, era).catch(onCacheFailure);
      return image;
    } catch (failure) {
      if (!(failure instanceof OriginFailure)) throw failure;
      this.#missing.add(name, missingMs[failure.kind]);
      onMissing(failure);
      return undefined;
    }
  }

  async #madeOf(address: string): Promise<Buffer> {
    const { network, render } = this.#parts;
    const bytes = await this.#fetches.run(() => fetchImage(address, network));
    return this.#renders.run(() =>
      render(bytes).catch((cause: unknown) => {
        const isRefused = cause instanceof PictureRefused;
        const reason = `cannot convert the response of the origin to an image: ${cause instanceof Error ? cause.message : cause}`;
        throw new OriginFailure(isRefused ? 'refused' : 'failed', reason, { cause });
      }),
    );
  }
}

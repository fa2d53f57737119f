import { recorded } from '../access/audit/audit-log.ts';
import { ApiError, errors } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import { daily, type Timekeeper } from './daily.ts';
import type { Closable } from './resource-stack.ts';
import type { Vitrine } from './vitrine.ts';

export type AutomaticPublishParts = Pick<
  Vitrine,
  'audit' | 'changesSettled' | 'config' | 'ingestion' | 'onIngested' | 'publish' | 'versions'
>;

/**
 * Publishes as the configuration says: after records came in, or once a day if there is anything new; undefined: only
 * when told to.
 */
export function publishAutomatically(
  vitrine: AutomaticPublishParts,
  logger: Logger,
  timekeeper: Timekeeper,
): Closable | undefined {
  const when = vitrine.config.publishWhen;
  if (when === 'manual') return undefined;
  const publisher = new Publisher(vitrine, logger);
  if (when === 'after-ingest') {
    vitrine.onIngested(() => void publisher.ask());
    return publisher;
  }
  let triedDay = '';
  const work = (day: string) => {
    triedDay = day;
    return publisher.ask();
  };
  const isDue = async (day: string) => day !== triedDay && (await hasNews(vitrine));
  const schedule = daily(when, { isDue, work }, timekeeper);
  return { close: () => publisher.close().then(() => schedule.close()) };
}

/** Whether batches came, or were withdrawn or restored, since the version that is served. */
async function hasNews({ ingestion, versions }: AutomaticPublishParts): Promise<boolean> {
  const served = await versions.current();
  const watermark = await ingestion.batches.watermark();
  return served === undefined ? watermark > 1 : served.outdated === 1 || served.watermark < watermark;
}

/** Publishes, once more where it is asked to meanwhile. */
class Publisher implements Closable {
  readonly #vitrine: AutomaticPublishParts;
  readonly #logger: Logger;
  #isWanted = false;
  #isClosing = false;
  #running: Promise<void> | undefined;

  constructor(vitrine: AutomaticPublishParts, logger: Logger) {
    this.#vitrine = vitrine;
    this.#logger = logger;
  }

  /** Resolves when everything that was there when it was asked is published, or cannot be. */
  ask(): Promise<void> {
    this.#isWanted = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isWanted && !this.#isClosing) {
      this.#isWanted = false;
      await this.#publish();
    }
  }

  async #publish(): Promise<void> {
    const { audit, changesSettled, publish } = this.#vitrine;
    const change = { actor: 'local', origin: 'VITRINE_PUBLISH', action: 'publish', request: {} } as const;
    await changesSettled();
    if (this.#isClosing) return;
    try {
      const report = await recorded(audit, change, () => publish(), { ofResult: ({ version }) => ({ version }) });
      this.#logger.info({ version: report.version, asOf: report.asOf }, 'published');
    } catch (err) {
      // Another one began just before: what came in meanwhile is not in it.
      if (err instanceof ApiError && err.id === errors.publishRunning.id) this.#isWanted = true;
      else this.#logger.error({ err }, 'cannot publish: the version before stays served');
    }
  }
}

/** Where records end up. */
export interface UsageSink {
  /**
   * Stores a batch of lines. One that comes again under its id is counted once.
   *
   * @returns `refused` for a batch that will never be taken, however often it comes.
   * @throws when the store is away: the batch is to come again.
   */
  store(batchId: string, ndjson: Buffer): Promise<'stored' | 'refused'>;
}

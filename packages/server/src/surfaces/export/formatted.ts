import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { programBeside } from '../../kernel/own-program.ts';
import type { Page } from '../../serving/reader.ts';
import type { FormatMessage, FormatTask, SentPage } from './format-messages.ts';
import { type ExportFormatName, exportFormats } from './formats/formats.ts';

/**
 * Pages in a format. Where that takes more than putting line ends between rows, a thread of its own does it. It asks
 * for a page when it has nothing to do, and gets one only when its last piece was taken: there are never more than a
 * few on their way.
 */
export async function* formatted(
  format: ExportFormatName,
  { row }: Pick<FormatTask, 'row'>,
  pages: AsyncGenerator<Page, void, undefined>,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (format === 'ndjson') return yield* exportFormats.ndjson.write({ row }, pages);
  const task: FormatTask = { format, row };
  const worker = new Worker(programBeside(import.meta.url, 'format-worker'), { workerData: task });
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[FormatMessage]>) {
      if (message.kind === 'chunk') yield message.bytes;
      else worker.postMessage(await nextOf(pages));
    }
  } finally {
    await worker.terminate();
    await pages.return();
  }
}

async function nextOf(pages: AsyncGenerator<Page, void, undefined>): Promise<SentPage> {
  const step = await pages.next();
  return step.done ? null : step.value;
}

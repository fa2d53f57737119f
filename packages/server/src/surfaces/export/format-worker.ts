import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Page } from '../../serving/reader.ts';
import type { FormatMessage, FormatTask, SentPage } from './format-messages.ts';
import { exportFormats } from './formats/formats.ts';

/** The thread that writes a format, so that requests are answered meanwhile. */
if (parentPort !== null) await write(parentPort, workerData as FormatTask);

async function write(port: MessagePort, { format, row }: FormatTask): Promise<void> {
  const say = (message: FormatMessage) => port.postMessage(message);
  for await (const bytes of exportFormats[format].write({ row }, pagesFrom(port, say))) say({ kind: 'chunk', bytes });
  port.close();
}

async function* pagesFrom(port: MessagePort, say: (message: FormatMessage) => void): AsyncGenerator<Page> {
  for (;;) {
    const sent = new Promise<SentPage>((resolve) => port.once('message', resolve));
    say({ kind: 'want' });
    const page = await sent;
    if (page === null) return;
    yield { rows: Buffer.from(page.rows.buffer, page.rows.byteOffset, page.rows.byteLength), count: page.count };
  }
}

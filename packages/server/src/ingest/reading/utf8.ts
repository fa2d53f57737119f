import { firstBytes, resumed } from './byte-input.ts';

/** Text as UTF-8, be it written as UTF-8 or, with a byte order mark, as UTF-16. */
export async function* asUtf8(blocks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    const head = await firstBytes(blocks, 2);
    const encoding = utf16Of(head);
    const whole = resumed(head, blocks);
    yield* encoding === undefined ? whole : decoded(encoding, whole);
  } finally {
    await blocks.return(undefined);
  }
}

/** Which UTF-16 the first two bytes speak of. */
export function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
}

async function* decoded(encoding: string, blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const block of blocks) yield Buffer.from(decoder.decode(block, { stream: true }));
  yield Buffer.from(decoder.decode());
}

import type { RecordSource } from './records/stage.ts';

const CHUNK_CHARACTERS = 400_000;

/** Turns the lines of a day into chunks of whole lines, UTF-8, of about 0.4 MB; a day ends its last chunk. */
export function* chunksOfDay(sources: readonly RecordSource[], day: number): Generator<Uint8Array, void, undefined> {
  let text = '';
  for (const source of sources) {
    const { first, end } = source.range(day);
    for (let entity = first; entity < end; entity++) {
      text += source.lines(entity, day);
      if (text.length < CHUNK_CHARACTERS) continue;
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text);
}

import { StringDecoder } from 'node:string_decoder';
import { Parser } from 'htmlparser2';
import { IngestError } from '../../ingest-error.ts';

/** What is made of XML while it is read. Names come without their prefixes. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

const depthMax = 64;
const attributesMax = 100;
/** A tag, a comment or the like is never so long. */
const markupBytesMax = 1024 * 1024;

/**
 * Hands XML of any size over to a handler, a block in each step. Entities of its own are not known, and nothing is ever
 * fetched.
 *
 * @param what it is, for messages.
 * @throws IngestError `source` when it ends early or is nested or marked up beyond bounds.
 */
export async function* readXml(what: string, blocks: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void> {
  const bounded = new BoundedHandler(what, handler);
  const parser = new Parser(bounded, { xmlMode: true });
  const decoder = new StringDecoder('utf8');
  for await (const block of blocks) {
    parser.write(decoder.write(block));
    bounded.read(block.length);
    yield;
  }
  parser.write(decoder.end());
  bounded.end();
  parser.end();
}

/** What htmlparser2 tells, within bounds: it would gather names and values of any length. */
class BoundedHandler {
  readonly #what: string;
  readonly #handler: XmlHandler;
  #depth = 0;
  #attributes = 0;
  #silentBytes = 0;
  #hasBegun = false;

  constructor(what: string, handler: XmlHandler) {
    this.#what = what;
    this.#handler = handler;
  }

  onattribute(): void {
    this.#silentBytes = 0;
    this.#attributes += 1;
    if (this.#attributes > attributesMax) this.#refuse(`a tag has more than ${attributesMax} attributes`);
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#silentBytes = 0;
    this.#attributes = 0;
    this.#depth += 1;
    this.#hasBegun = true;
    if (this.#depth > depthMax) this.#refuse(`its tags are nested deeper than ${depthMax}`);
    this.#handler.open(withoutPrefix(name), attributes);
  }

  ontext(text: string): void {
    this.#silentBytes = 0;
    this.#handler.text(text);
  }

  onclosetag(name: string): void {
    this.#silentBytes = 0;
    this.#depth -= 1;
    this.#handler.close(withoutPrefix(name));
  }

  read(bytes: number): void {
    this.#silentBytes += bytes;
    if (this.#silentBytes > markupBytesMax) this.#refuse('a tag is longer than a megabyte');
  }

  end(): void {
    if (this.#depth > 0 || !this.#hasBegun) this.#refuse('it ends early');
  }

  #refuse(why: string): never {
    throw new IngestError('source', `${this.#what} is damaged: ${why}`);
  }
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Reads XML to its end. */
export async function readXmlWhole(what: string, blocks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const _step of readXml(what, blocks, handler));
}

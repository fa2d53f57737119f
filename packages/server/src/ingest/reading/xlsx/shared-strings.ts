import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { IngestError } from '../../ingest-error.ts';
import { CellText, unescaped } from './cell-text.ts';
import type { XmlHandler } from './xml.ts';

/** So many texts are written and read together. */
const blockTexts = 64;
const cachedBytesMax = 32 * 1024 * 1024;

/**
 * The texts that cells refer to by number, however many: they are kept in a file, a few of them in memory. Cells mostly
 * refer to them in the order they are written in.
 */
export class SharedStrings {
  readonly #file: number;
  /** Where each block ends in the file. */
  readonly #ends: number[] = [];
  readonly #cached = new Map<number, readonly string[]>();
  #cachedBytes = 0;
  #unwritten: string[] = [];
  #count = 0;

  /** @param path of a file to be made. */
  constructor(path: string) {
    this.#file = openSync(path, 'wx+');
  }

  get count(): number {
    return this.#count;
  }

  add(text: string): void {
    this.#unwritten.push(text);
    this.#count += 1;
    if (this.#unwritten.length === blockTexts) this.finish();
  }

  /** Writes the last of them. @throws IngestError `storage-full` */
  finish(): void {
    if (this.#unwritten.length === 0) return;
    const block = Buffer.from(JSON.stringify(this.#unwritten));
    const start = this.#ends.at(-1) ?? 0;
    try {
      for (let done = 0; done < block.length; ) done += writeSync(this.#file, block, done, null, start + done);
    } catch (cause) {
      throw new IngestError('storage-full', 'not enough space to store the texts of the workbook', { cause });
    }
    this.#ends.push(start + block.length);
    this.#unwritten = [];
  }

  /** Undefined: there is none with this number. */
  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined;
    return this.#block(Math.floor(index / blockTexts))[index % blockTexts];
  }

  close(): void {
    closeSync(this.#file);
  }

  #block(number: number): readonly string[] {
    const cached = this.#cached.get(number);
    if (cached !== undefined) return cached;
    const size = this.#sizeOf(number);
    const bytes = Buffer.allocUnsafe(size);
    readSync(this.#file, bytes, 0, size, this.#ends[number - 1] ?? 0);
    const texts: readonly string[] = JSON.parse(bytes.toString());
    this.#cached.set(number, texts);
    this.#cachedBytes += size;
    this.#forgetOldest();
    return texts;
  }

  #forgetOldest(): void {
    for (const number of this.#cached.keys()) {
      if (this.#cachedBytes <= cachedBytesMax || this.#cached.size === 1) return;
      this.#cached.delete(number);
      this.#cachedBytes -= this.#sizeOf(number);
    }
  }

  #sizeOf(number: number): number {
    return (this.#ends[number] ?? 0) - (this.#ends[number - 1] ?? 0);
  }
}

/** Reads `<si><t>…</t></si>`, with or without runs of several fonts; readings of Japanese words left out. */
export class SharedStringsReader implements XmlHandler {
  readonly #strings: SharedStrings;
  readonly #text: CellText;
  #isText = false;
  #isReading = false;

  constructor(what: string, strings: SharedStrings) {
    this.#strings = strings;
    this.#text = new CellText(what);
  }

  open(tag: string): void {
    if (tag === 't') this.#isText = true;
    else if (tag === 'rPh') this.#isReading = true;
  }

  text(text: string): void {
    if (this.#isText && !this.#isReading) this.#text.add(text);
  }

  close(tag: string): void {
    if (tag === 't') this.#isText = false;
    else if (tag === 'rPh') this.#isReading = false;
    else if (tag === 'si') this.#strings.add(unescaped(this.#text.take()));
    else if (tag === 'sst') this.#strings.finish();
  }
}

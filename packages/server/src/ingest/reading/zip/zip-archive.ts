import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { IngestError } from '../../ingest-error.ts';
import { messageOf } from '../byte-input.ts';

const filesMax = 10_000;
/** Up to so much it may unpack to, however little it takes packed. */
const freeBytes = 64 * 1024 * 1024;
/** Beyond that, text packs to a hundredth at most; what unpacks to more is a bomb. */
const ratioMax = 200;

/** What a zip may be, for messages. */
export const zipWords = 'an Excel file (XLSX) or a zip';

/** A file that begins as a zip does. */
export interface ZipOnDisk {
  readonly path: string;
  /** Its size. */
  readonly bytes: number;
}

/** Whether bytes begin as a zip does. */
export function isZip(head: Buffer): boolean {
  return head.toString('latin1', 0, 4) === 'PK\x03\x04' || head.toString('latin1', 0, 4) === 'PK\x05\x06';
}

/** A zip on disk, whose files are read in any order, one block at a time. */
export class ZipArchive {
  readonly #name: string;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(name: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#name = name;
    this.#zip = zip;
    this.#entries = entries;
  }

  /** @throws IngestError `source` when it is damaged, or unpacks to far more than it is. */
  static async open(name: string, path: string): Promise<ZipArchive> {
    const zip = await openPromise(path, { autoClose: false }).catch((cause: unknown) => {
      throw damaged(name, cause);
    });
    try {
      const entries = await entriesOf(name, zip);
      refuseBomb(name, zip.fileSize, entries);
      return new ZipArchive(name, zip, new Map(entries.map((entry) => [entry.fileName, entry])));
    } catch (cause) {
      zip.close();
      throw cause instanceof IngestError ? cause : damaged(name, cause);
    }
  }

  /** Paths of its files in their order, without folders. */
  get paths(): readonly string[] {
    return [...this.#entries.keys()].filter((path) => !path.endsWith('/'));
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  /** The unpacked bytes of a file. @throws IngestError `source` */
  async *read(path: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(path);
    if (entry === undefined) throw new IngestError('source', `${this.#name} is damaged: it has no ${path}`);
    if (entry.isEncrypted()) throw new IngestError('source', `${this.#name}: ${path} has a password: remove it`);
    try {
      const stream = await this.#zip.openReadStreamPromise(entry);
      for await (const block of stream) yield block as Buffer;
    } catch (cause) {
      throw cause instanceof IngestError ? cause : damaged(this.#name, cause);
    }
  }

  close(): void {
    this.#zip.close();
  }
}

async function entriesOf(name: string, zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    if (entries.length > filesMax) refuse(`${name} holds more than ${filesMax.toLocaleString('en')} files`);
  }
  return entries;
}

/** Files that share their packed bytes count as often as they are there. */
function refuseBomb(name: string, bytes: number, entries: readonly Entry[]): void {
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked <= freeBytes || unpacked <= ratioMax * bytes) return;
  const most = ratioMax.toLocaleString('en');
  refuse(`${name} unpacks to ${unpacked.toLocaleString('en')} bytes, more than ${most} times its size: a zip bomb`);
}

function refuse(message: string): never {
  throw new IngestError('source', message);
}

function damaged(name: string, cause: unknown): IngestError {
  return new IngestError('source', `${name} is damaged: ${messageOf(cause)}`, { cause });
}

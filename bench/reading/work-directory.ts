import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where a run keeps what it makes. */
export interface WorkDirectory {
  readonly dataDirectory: string;
  readonly postgresDirectory: string;
  /** Directory of what the processes say. */
  readonly logs: string;
  /** Refuses to begin what the disk cannot hold. @throws Error */
  requireSpace(bytes: number): void;
  /** What was made before by the same question, or is made now and remembered. @throws Error for another question */
  remembered<Value>(name: string, question: object, make: () => Promise<Value>): Promise<Value>;
  write(name: string, content: object): void;
  remove(): void;
}

/** @param kept directory that stays; undefined: a temporary one, which `remove` removes. */
export function openWorkDirectory(kept: string | undefined): WorkDirectory {
  const home = kept === undefined ? mkdtempSync(join(tmpdir(), 'vitrine-bench-')) : resolve(kept);
  const logs = join(home, 'logs');
  mkdirSync(logs, { recursive: true });
  return {
    dataDirectory: join(home, 'data'),
    postgresDirectory: join(home, 'postgres'),
    logs,
    requireSpace: (bytes) => requireSpace(home, bytes),
    remembered: (name, question, make) => remembered(join(home, `${name}.json`), question, make),
    write: (name, content) => writeFileSync(join(home, `${name}.json`), JSON.stringify(content, null, 2)),
    remove() {
      if (kept === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
}

async function remembered<Value>(file: string, question: object, make: () => Promise<Value>): Promise<Value> {
  const before = contentOf<{ question: object; value: Value }>(file);
  if (before !== undefined) {
    if (JSON.stringify(before.question) === JSON.stringify(question)) return before.value;
    const expected = JSON.stringify(before.question);
    throw new Error(
      `${file} is of another run: expected ${expected}, got ${JSON.stringify(question)}; choose another --keep directory`,
    );
  }
  const value = await make();
  writeFileSync(file, JSON.stringify({ question, value }));
  return value;
}

function contentOf<Content>(file: string): Content | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Content;
  } catch {
    return undefined;
  }
}

function requireSpace(directory: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(directory);
  const free = bavail * bsize;
  if (free >= bytes) return;
  const gib = (value: number) => `${(value / 2 ** 30).toFixed(1)} GiB`;
  throw new Error(
    `${directory}: expected ${gib(bytes)} of free space, got ${gib(free)}; use --keep DIR on a larger disk, or --quick`,
  );
}

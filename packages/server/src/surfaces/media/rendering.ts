import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { programBeside } from '../../kernel/own-program.ts';

/** Nothing can be made of the bytes within the limits. The message says why, and nothing of the caller. */
export class PictureRefused extends Error {
  override readonly name = 'PictureRefused';
}

interface Reply {
  readonly image?: Uint8Array;
  readonly refusal?: string;
}

const program = fileURLToPath(programBeside(import.meta.url, 'render-process'));

/** The system's limit of a process's data, in KiB, holds for libraries too; Node has no way to set it. */
const withLimit = ['-c', 'ulimit -d "$0"; exec "$@"'];

/** A process that converts one picture at a time, started by it and ended by {@link kill} at the latest. */
export class Rendering {
  readonly #child: ChildProcess;
  /** Rejects when the process is no more. */
  readonly #gone: Promise<never>;
  #isGone = false;

  constructor(memoryBytesMax: number) {
    const words = [...withLimit, String(Math.floor(memoryBytesMax / 1024)), process.execPath, program];
    this.#child = spawn('/bin/sh', words, {
      env: { MALLOC_ARENA_MAX: '2' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#gone = this.#end();
    this.#gone.catch(() => {});
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /**
   * @param deadline kills the process when it aborts.
   * @throws PictureRefused, also when the process was killed for its time or its memory; the system's error when it
   * cannot be started
   */
  async render(bytes: Buffer, deadline: AbortSignal): Promise<Buffer> {
    const kill = () => this.kill();
    deadline.addEventListener('abort', kill, { once: true });
    try {
      const replied = once(this.#child, 'message') as Promise<[Reply]>;
      // What cannot be sent has no reader any more, which is told by its end.
      this.#child.send(bytes, () => {});
      const [{ image, refusal = 'no reply' }] = await Promise.race([replied, this.#gone]);
      if (image === undefined) throw new PictureRefused(refusal);
      return Buffer.from(image);
    } catch (error) {
      throw deadline.aborted ? new PictureRefused('it took too long') : error;
    } finally {
      deadline.removeEventListener('abort', kill);
    }
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async #end(): Promise<never> {
    try {
      const [status, signal] = (await once(this.#child, 'exit')) as [number | null, string | null];
      throw new PictureRefused(`the process that converts it exited (${signal ?? `status ${status}`})`);
    } finally {
      this.#isGone = true;
    }
  }
}

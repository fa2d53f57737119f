import { Worker } from 'node:worker_threads';
import { programBeside } from '../../../kernel/own-program.ts';
import { ListUnfit } from './row-values.ts';
import type { Job, JobAnswer, JobResults } from './worker-jobs.ts';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** A thread that does jobs one after the other. */
export class BuildThread {
  readonly #worker: Worker;
  readonly #signal: AbortSignal;
  readonly #giveUp = () => void this.#worker.terminate();
  readonly #waiting = new Map<number, Waiting>();
  #jobs = 0;
  #failure: Error | undefined;

  /** @param signal ends it; jobs that are not done then reject. */
  constructor(signal: AbortSignal) {
    signal.throwIfAborted();
    this.#signal = signal;
    this.#signal.addEventListener('abort', this.#giveUp);
    this.#worker = new Worker(programBeside(import.meta.url, 'worker'));
    this.#worker.on('message', (answer: JobAnswer) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#failAll(error));
    this.#worker.on('exit', () => this.#failAll(new Error('the thread that builds snapshots ended')));
  }

  /** @throws ListUnfit, or Error with what the job threw. */
  run<Kind extends Job['kind']>(job: Job & { readonly kind: Kind }): Promise<JobResults[Kind]> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const number = this.#jobs++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve: resolve as Waiting['resolve'], reject });
      this.#worker.postMessage({ ...job, number });
    });
  }

  async close(): Promise<void> {
    this.#signal.removeEventListener('abort', this.#giveUp);
    await this.#worker.terminate();
  }

  #settle(answer: JobAnswer): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if ('error' in answer) waiting?.reject(thrown(answer.error));
    else waiting?.resolve(answer.result);
  }

  #failAll(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}

function thrown({ name, message }: { readonly name: string; readonly message: string }): Error {
  return name === 'ListUnfit' ? new ListUnfit(message) : new Error(message);
}

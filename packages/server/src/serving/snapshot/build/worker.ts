import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { buildList, type ListSummary } from './build-list.ts';
import { isIntact } from './stored-files.ts';
import type { Job, JobAnswer, JobMessage } from './worker-jobs.ts';

/** The thread that builds and verifies, so that requests are answered meanwhile. */
parentPort?.on('message', (message: JobMessage) => {
  parentPort?.postMessage(answer(message));
});

function answer(message: JobMessage): JobAnswer {
  const { number } = message;
  try {
    return { number, result: run(message) };
  } catch (error) {
    const { name, message: said } = error instanceof Error ? error : new Error(String(error));
    return { number, error: { name, message: said } };
  }
}

function run(job: Job): ListSummary | boolean {
  if (job.kind === 'build') return buildList(job.directory, job.plan);
  return job.files.every((file) => isIntact(join(job.directory, file.name), file));
}

import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { isatty } from 'node:tty';

/**
 * Standard input as a stream, out of the engine's reach ({@link silenceStandardInput}): another process reads it on our
 * behalf, for Node cannot give a descriptor another number. Once a process; destroy it when done.
 */
export function standardInput(): Readable {
  if (isatty(0)) return process.stdin;
  const reader = spawn('cat', { stdio: ['inherit', 'pipe', 'ignore'] });
  silenceStandardInput();
  // Piped on at once: what a process that ended left unread, Node throws away.
  const input = reader.stdout.pipe(new PassThrough(), { end: false });
  reader.on('error', (error) => input.destroy(error));
  reader.on('close', (status) => (status === 0 ? input.end() : input.destroy(new Error('it cannot be read'))));
  input.on('close', () => reader.kill());
  // It may fail before anyone reads; whoever does is told then.
  input.on('error', () => {});
  return input;
}

/**
 * Puts nothing in the place of standard input. The engine in this process is made of a command-line program, which
 * takes what waits on descriptor 0 for more rows of an insert; a terminal it leaves alone.
 */
export function silenceStandardInput(): void {
  if (isatty(0)) return;
  try {
    closeSync(0);
  } catch {
    // It was closed from the start.
  }
  // The lowest number that is free, and so 0.
  openSync('/dev/null', 'r');
}

import { readdirSync, readFileSync } from 'node:fs';

/** Ticks a second in /proc, as every Linux of today has it. */
const ticksPerSecond = 100;

/** A process and all it started, as far as they still run. */
export function processTree(root: number): readonly number[] {
  const running = runningProcesses();
  const tree = [root];
  for (const pid of tree) tree.push(...running.filter(({ parent }) => parent === pid).map((child) => child.pid));
  return tree;
}

/**
 * Seconds of processor time that these have used, all their threads together. Processes that ended meanwhile count
 * nothing.
 */
export function processorSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (statOf(pid)?.ticks ?? 0), 0) / ticksPerSecond;
}

/** Seconds of processor time that the whole machine has used, since it was started. */
export function machineSeconds(): number {
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, softInterrupts = 0] = machineTicks();
  return (user + nice + system + interrupts + softInterrupts) / ticksPerSecond;
}

function machineTicks(): readonly number[] {
  const [line = ''] = (readOf('/proc/stat') ?? '').split('\n');
  return line.split(/\s+/).slice(1).map(Number);
}

/** Memory of a process, bytes. */
export interface Memory {
  readonly residentBytes: number;
  /** Part of it that is the process's own, backed by no file. */
  readonly anonymousBytes: number;
}

export function memoryOf(pid: number): Memory {
  const text = readOf(`/proc/${pid}/status`) ?? '';
  const field = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(text)?.[1] ?? 0) * 1024;
  return { residentBytes: field('VmRSS'), anonymousBytes: field('RssAnon') };
}

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

function runningProcesses(): readonly Stat[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => statOf(Number(pid)) ?? []);
}

/** The name in parentheses may hold anything, so fields are counted from its end. */
function statOf(pid: number): Stat | undefined {
  const text = readOf(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
}

function readOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

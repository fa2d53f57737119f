import { accessSync, constants, lstatSync, readdirSync, type Stats } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/** A path of a data directory whose rights are not as they should be. */
export interface WrongPath {
  readonly path: string;
  readonly uid: number;
  /** The nine bits of rights. */
  readonly mode: number;
}

export interface DirectoryRights {
  /** Whose process is to work on the directory: who runs this one or, when that is root, the directory's owner. */
  readonly user: number;
  /** What that user cannot read or write. What is in a directory that cannot be read is not known. */
  readonly closed: readonly WrongPath[];
  /** What other users of the machine may read or write. */
  readonly exposed: readonly WrongPath[];
}

/** Looks at the rights of everything in a data directory. @throws the system's error when there is no such directory */
export function directoryRights(directory: string): DirectoryRights {
  const { uid: owner, gid } = lstatSync(directory);
  const self = process.geteuid?.() ?? owner;
  const user = self === 0 ? owner : self;
  const canUse = user === self ? selfCanUse : (_path: string, stats: Stats) => bitsAllow(stats, user, gid);
  const closed: WrongPath[] = [];
  const exposed: WrongPath[] = [];
  for (const { path, stats } of everythingIn(directory)) {
    const found = { path, uid: stats.uid, mode: stats.mode & 0o777 };
    if (!canUse(path, stats)) closed.push(found);
    if ((found.mode & 0o077) !== 0) exposed.push(found);
  }
  return { user, closed, exposed };
}

/** Its parts may go while it is walked: a server may be at work. */
function* everythingIn(path: string): Generator<{ readonly path: string; readonly stats: Stats }> {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isSymbolicLink()) return;
  yield { path, stats };
  if (!stats.isDirectory()) return;
  for (const name of namesIn(path)) yield* everythingIn(join(path, name));
}

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function selfCanUse(path: string, stats: Stats): boolean {
  try {
    accessSync(path, wanted(stats, stats.uid === process.geteuid?.()));
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

function bitsAllow(stats: Stats, uid: number, gid: number): boolean {
  if (uid === 0) return true;
  const shift = stats.uid === uid ? 6 : stats.gid === gid ? 3 : 0;
  const bits = wanted(stats, stats.uid === uid);
  return ((stats.mode >> shift) & bits) === bits;
}

/** The engine makes files that never change read-only: their owner need not be able to write them. */
function wanted(stats: Stats, isOwner: boolean): number {
  const { R_OK, W_OK, X_OK } = constants;
  if (stats.isDirectory()) return R_OK | W_OK | X_OK;
  return isOwner ? R_OK : R_OK | W_OK;
}

/** A user as commands take it: the name where it is known without asking anybody. */
export function userName(uid: number): string {
  if (uid === 0) return 'root';
  try {
    const self = userInfo();
    if (self.uid === uid) return self.username;
  } catch {
    // A container's user may have a number and no name.
  }
  return String(uid);
}

/** A path with owner and mode, as messages show it. */
export function shownPath({ path, uid, mode }: WrongPath): string {
  return `${path} (owner ${userName(uid)}, mode 0${mode.toString(8).padStart(3, '0')})`;
}

const shownMax = 3;

/** The first paths of a list, and how many more there are. */
export function shownPaths(paths: readonly WrongPath[]): string {
  const shown = paths.slice(0, shownMax).map(shownPath).join(', ');
  return paths.length > shownMax ? `${shown} and ${paths.length - shownMax} more` : shown;
}

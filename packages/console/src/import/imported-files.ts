import type { Taken, Told } from '../server/imports.ts';
import { RequestError } from '../server/request.ts';

/** A file on its way in. */
export interface ImportedFile {
  readonly id: number;
  readonly file: File;
  readonly told: Told;
  /** Names of what the server asked to be told. */
  readonly asked: readonly string[];
  readonly state: FileState;
}

export type FileState =
  /** It waits to be looked at, or to go in. */
  | { readonly is: 'waiting' }
  /** It is on its way to the server: `sent` is how much of it, from 0 to 1. */
  | { readonly is: 'looking' | 'going'; readonly sent: number }
  /** What would go in is known. */
  | { readonly is: 'seen'; readonly taken: Taken }
  | { readonly is: 'in'; readonly taken: Taken }
  /** It cannot be read as it is, or did not go in. */
  | { readonly is: 'unreadable' | 'failed'; readonly error: Error };

export type FileChange =
  | { readonly change: 'add'; readonly files: readonly ImportedFile[] }
  | { readonly change: 'remove'; readonly id: number }
  | { readonly change: 'tell'; readonly id: number; readonly told: Told }
  | { readonly change: 'state'; readonly id: number; readonly state: FileState };

/** The files after a change. */
export function changed(files: readonly ImportedFile[], change: FileChange): readonly ImportedFile[] {
  if (change.change === 'add') return [...files, ...change.files];
  if (change.change === 'remove') return files.filter(({ id }) => id !== change.id);
  return files.map((each) => (each.id === change.id ? changedFile(each, change) : each));
}

function changedFile(file: ImportedFile, change: FileChange & { readonly change: 'tell' | 'state' }): ImportedFile {
  if (change.change === 'tell') return { ...file, told: change.told, state: { is: 'waiting' } };
  return { ...file, state: change.state, asked: [...new Set([...file.asked, ...asksOf(change.state)])] };
}

function asksOf(state: FileState): readonly string[] {
  const asks = 'error' in state && state.error instanceof RequestError ? state.error.asks : undefined;
  return asks === undefined ? [] : [asks];
}

/** Whether something of a file would go in. */
export function isReady({ state }: ImportedFile): boolean {
  return state.is === 'failed' || (state.is === 'seen' && Object.keys(state.taken.summary.records).length > 0);
}

/** Whether a file is being looked at, or goes in. */
export function isUnderWay({ state }: ImportedFile): boolean {
  return state.is === 'waiting' || state.is === 'looking' || state.is === 'going';
}

/** Whether two are the same file, as far as a browser tells. */
export function isSameFile(one: File, other: File): boolean {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}

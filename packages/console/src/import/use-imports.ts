import { useCallback, useMemo, useReducer, useRef } from 'react';
import { sendFile, type Told } from '../server/imports.ts';
import { changed, type FileState, type ImportedFile, isReady, isSameFile } from './imported-files.ts';

/** Files that were dropped, and what can be done with them. */
export interface Imports {
  readonly files: readonly ImportedFile[];
  /** Looks at files: nothing goes in yet. */
  add(files: readonly File[]): void;
  remove(id: number): void;
  /** Looks at a file again, with more told of it. */
  tell(file: ImportedFile, told: Told): void;
  /** Brings in all that are ready. */
  bringIn(): void;
}

type Sent = Pick<ImportedFile, 'id' | 'file' | 'told'>;

/** Keeps files and sends them one after the other, in the order they were dropped. */
export function useImports(): Imports {
  const [files, change] = useReducer(changed, []);
  const queue = useRef(Promise.resolve());
  const nextId = useRef(1);
  const underWay = useRef(new Map<number, AbortController>());

  const send = useCallback((sent: Sent, isPreview: boolean) => {
    underWay.current.get(sent.id)?.abort();
    const control = new AbortController();
    underWay.current.set(sent.id, control);
    const tell = (state: FileState) => {
      if (!control.signal.aborted) change({ change: 'state', id: sent.id, state });
    };
    queue.current = queue.current.then(() => sendNow(sent, isPreview, control.signal, tell));
  }, []);

  const add = useCallback(
    (given: readonly File[]) => {
      const added = given
        .filter((file) => !files.some((each) => each.state.is !== 'in' && isSameFile(each.file, file)))
        .map((file): ImportedFile => {
          return { id: nextId.current++, file, told: {}, asked: [], state: { is: 'waiting' } };
        });
      change({ change: 'add', files: added });
      for (const file of added) send(file, true);
    },
    [files, send],
  );
  const remove = useCallback((id: number) => {
    underWay.current.get(id)?.abort();
    change({ change: 'remove', id });
  }, []);
  const tell = useCallback(
    (file: ImportedFile, told: Told) => {
      change({ change: 'tell', id: file.id, told });
      send({ ...file, told }, true);
    },
    [send],
  );
  const bringIn = useCallback(() => {
    for (const file of files.filter(isReady)) {
      change({ change: 'state', id: file.id, state: { is: 'waiting' } });
      send(file, false);
    }
  }, [files, send]);
  return useMemo(() => ({ files, add, remove, tell, bringIn }), [files, add, remove, tell, bringIn]);
}

/** Sends a file and tells how that goes. It fails for nobody. */
async function sendNow(
  { file, told }: Sent,
  isPreview: boolean,
  signal: AbortSignal,
  tell: (state: FileState) => void,
): Promise<void> {
  const is = isPreview ? 'looking' : 'going';
  try {
    tell({ is, sent: 0 });
    const onSent = (sent: number) => tell({ is, sent });
    const taken = await sendFile({ file, told, isPreview, signal, onSent });
    tell({ is: isPreview || taken.refusal !== undefined ? 'seen' : 'in', taken });
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    tell({ is: isPreview ? 'unreadable' : 'failed', error: failure });
  }
}

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type RowSpace, topPxShowing } from './row-positions.ts';

/** A table whose rows are walked through with keys. */
export interface RowKeys {
  readonly scroller: { readonly current: HTMLDivElement | null };
  readonly rows: number;
  readonly focused: number;
  readonly space: RowSpace;
  readonly topPx: number;
  show(topPx: number): void;
  setFocused(index: number): void;
  open(index: number): void;
}

/** Arrow keys move from row to row, Enter opens one. */
export function useRowKeys({ scroller, rows, focused, space, topPx, show, setFocused, open }: RowKeys) {
  const wanted = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (row) wanted.current = undefined;
    row?.focus({ preventScroll: true });
  });
  return (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target as Element).matches('[data-row]')) return;
    if (event.key === 'Enter') return open(focused);
    const next = nextRow(event.key, focused, Math.max(1, Math.floor(space.viewPx / space.rowPx) - 1));
    if (next === undefined) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(rows - 1, next));
    wanted.current = row;
    setFocused(row);
    show(topPxShowing(space, row, topPx));
  };
}

function nextRow(key: string, row: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return row + 1;
    case 'ArrowUp':
    case 'k':
      return row - 1;
    case 'PageDown':
      return row + page;
    case 'PageUp':
      return row - page;
    case 'Home':
      return 0;
    case 'End':
      return Number.MAX_SAFE_INTEGER;
    default:
      return undefined;
  }
}

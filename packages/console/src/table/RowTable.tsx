import {
  type CSSProperties,
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import styles from './RowTable.module.css';
import { useRowKeys } from './row-keys.ts';
import { moved, type RowPosition, type RowSpace, rowsInView, scrollHeightPx, scrollPxAt } from './row-positions.ts';

/** What the rows have in a column. */
export interface Cell<Item> {
  readonly id: string;
  readonly align?: 'right' | undefined;
  /** Rows are drawn anew where it is another function than before. */
  readonly cell: (item: Item, index: number) => ReactNode;
}

/** A column of a table of rows of any kind. */
export interface Column<Item> extends Cell<Item> {
  readonly widthPx: number;
  /** Order of the rows by it; undefined: they are not ordered by it. */
  readonly sorted?: 'ascending' | 'descending' | undefined;
  readonly header: ReactNode;
}

export interface RowTableProps<Item> {
  readonly label: string;
  readonly columns: readonly Column<Item>[];
  /** Rows of the table, also those that are not here yet. */
  readonly rows: number;
  readonly rowPx: number;
  /** A row; undefined as long as it is not here. */
  item(index: number): Item | undefined;
  /** Tells which rows are in view, `to` excluded. */
  onView?(from: number, to: number): void;
  /** What opens a row, with the keyboard or a click beside its links. */
  onOpen?(item: Item): void;
  /** Whether the rows are of the question before. */
  readonly isUpdating?: boolean;
  /** What makes these rows those of another question: the table goes back to its top. */
  readonly resetKey?: string;
  /** What a table without rows says. */
  readonly empty?: ReactNode;
}

const overscan = 6;
const restMs = 150;

/** A table of any number of rows of which only those in view are in the page. */
export function RowTable<Item>(props: RowTableProps<Item>) {
  const { columns, rows, rowPx, item, onOpen, label, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { position, space, onScroll, show } = usePosition(scroller, rows, rowPx, props.resetKey);
  const { from, to } = rowsInView(space, position.topPx, overscan);
  const [focused, setFocused] = useState(0);
  const cells = useCells(columns);
  const openItem = useLatest(onOpen);
  useView(props, space, position);
  const onKeyDown = useRowKeys({
    scroller,
    rows,
    focused,
    space,
    topPx: position.topPx,
    show,
    setFocused,
    open: (index) => opened(item(index), onOpen),
  });
  const shown = range(from, to);
  if (focused < rows && (focused < from || focused >= to)) shown.push(focused);
  const template = columns.map(({ widthPx }, i) => (i === 0 ? `minmax(${widthPx}px, 1fr)` : `${widthPx}px`)).join(' ');
  const widthPx = columns.reduce((sum, column) => sum + column.widthPx, 0);
  const style = {
    '--columns': template,
    '--width': `${widthPx}px`,
    '--row': `${rowPx}px`,
    '--height': `${scrollHeightPx(space)}px`,
  } as CSSProperties;
  return (
    <div
      className={styles['scroller']}
      ref={scroller}
      onScroll={onScroll}
      data-updating={props.isUpdating || undefined}
    >
      <div
        role="table"
        aria-label={label}
        aria-rowcount={rows + 1}
        className={styles['table']}
        style={style}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={styles['head']}>
          <div role="row" aria-rowindex={1} className={styles['row']}>
            {columns.map(({ id, header, align, sorted }) => (
              <div role="columnheader" key={id} className={styles['header']} data-align={align} aria-sort={sorted}>
                {header}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles['body']}>
          {shown.map((index) => (
            <TableRow
              key={index}
              index={index}
              offsetPx={position.scrollPx + index * rowPx - position.topPx}
              cells={cells}
              item={item(index)}
              isFocusable={index === focused}
              onFocus={setFocused}
              onOpen={openItem}
            />
          ))}
        </div>
      </div>
      {rows === 0 && empty}
    </div>
  );
}

interface TableRowProps<Item> {
  readonly index: number;
  readonly offsetPx: number;
  readonly cells: readonly Cell<Item>[];
  readonly item: Item | undefined;
  readonly isFocusable: boolean;
  readonly onFocus: (index: number) => void;
  readonly onOpen: (item: Item) => void;
}

const TableRow = memo(TableRowPlain) as typeof TableRowPlain;

function TableRowPlain<Item>({ index, offsetPx, cells, item, isFocusable, onFocus, onOpen }: TableRowProps<Item>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      className={styles['row']}
      style={{ transform: `translateY(${offsetPx}px)` }}
      tabIndex={isFocusable ? 0 : -1}
      onFocus={() => onFocus(index)}
      onClick={(event) => {
        const isOwn = (event.target as Element).closest('a, button, input, label') !== null;
        if (!isOwn && item !== undefined && getSelection()?.isCollapsed !== false) onOpen(item);
      }}
    >
      {cells.map(({ id, align, cell }) => (
        <div role="cell" key={id} className={styles['cell']} data-align={align}>
          {item === undefined ? <span className={styles['waiting']} /> : cell(item, index)}
        </div>
      ))}
    </div>
  );
}

/** The cells of before where all of them are the same: rows are not drawn anew for a heading. */
function useCells<Item>(columns: readonly Cell<Item>[]): readonly Cell<Item>[] {
  const kept = useRef(columns);
  const before = kept.current;
  const isSame =
    before.length === columns.length &&
    columns.every(({ cell, align }, i) => before[i]?.cell === cell && before[i]?.align === align);
  if (!isSame) kept.current = columns;
  return kept.current;
}

/** One function that does what the newest one does. */
function useLatest<Item>(act: ((item: Item) => void) | undefined): (item: Item) => void {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((item) => latest.current?.(item), []);
}

/** Follows the scrollbar and the size of the view. */
function usePosition(
  scroller: { readonly current: HTMLDivElement | null },
  rows: number,
  rowPx: number,
  resetKey = '',
) {
  const [viewPx, setViewPx] = useState(600);
  const space: RowSpace = { rows, rowPx, viewPx };
  const [position, setPosition] = useState<RowPosition>({ scrollPx: 0, topPx: 0 });
  const spaceNow = useRef(space);
  spaceNow.current = space;
  const resting = useRef(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setViewPx(Math.max(rowPx, element.clientHeight - headPx(element))));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, rowPx]);
  const shownKey = useRef(resetKey);
  // Other rows are seen from their first one; a new table is there already, and asking it would cost a layout.
  useLayoutEffect(() => {
    if (shownKey.current === resetKey) return;
    shownKey.current = resetKey;
    scroller.current?.scrollTo({ top: 0 });
    setPosition((at) => (at.scrollPx === 0 && at.topPx === 0 ? at : { scrollPx: 0, topPx: 0 }));
  }, [scroller, resetKey]);
  useEffect(() => () => clearTimeout(resting.current), []);
  /** Once it rests, the scrollbar is put where the rows are: a wheel moves it further than it should. */
  const settle = useCallback(
    (at: RowPosition) => {
      const scrollPx = Math.round(scrollPxAt(spaceNow.current, at.topPx));
      if (Math.abs(scrollPx - at.scrollPx) < 2) return;
      setPosition({ scrollPx, topPx: at.topPx });
      scroller.current?.scrollTo({ top: scrollPx });
    },
    [scroller],
  );
  const onScroll = () => {
    const scrollPx = scroller.current?.scrollTop ?? 0;
    setPosition((from) => {
      if (from.scrollPx === scrollPx) return from;
      const at = moved(spaceNow.current, from, scrollPx);
      clearTimeout(resting.current);
      resting.current = window.setTimeout(settle, restMs, at);
      return at;
    });
  };
  const show = (topPx: number) => {
    const at = { topPx, scrollPx: Math.round(scrollPxAt(space, topPx)) };
    setPosition(at);
    scroller.current?.scrollTo({ top: at.scrollPx });
  };
  return { position, space, onScroll, show };
}

function headPx(element: HTMLElement): number {
  return element.querySelector<HTMLElement>('[role=rowgroup]')?.offsetHeight ?? 0;
}

function useView<Item>({ onView }: RowTableProps<Item>, space: RowSpace, { topPx }: RowPosition): void {
  const { from, to } = rowsInView(space, topPx);
  useEffect(() => onView?.(from, to), [onView, from, to]);
}

function opened<Item>(item: Item | undefined, onOpen: ((item: Item) => void) | undefined): void {
  if (item !== undefined) onOpen?.(item);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

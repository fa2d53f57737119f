import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import styles from './RowTable.module.css';
import {
  moved,
  type RowPosition,
  type RowSpace,
  rowsInView,
  scrollHeightPx,
  scrollPxAt,
  topPxShowing,
} from './row-positions.ts';

/** A column of a table of rows of any kind. */
export interface Column<Item> {
  readonly id: string;
  readonly widthPx: number;
  readonly align?: 'right' | undefined;
  /** Order of the rows by it; undefined: they are not ordered by it. */
  readonly sorted?: 'ascending' | 'descending' | undefined;
  readonly header: ReactNode;
  cell(item: Item, index: number): ReactNode;
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

const overscan = 8;
const restMs = 150;

/** A table of any number of rows of which only those in view are in the page. */
export function RowTable<Item>(props: RowTableProps<Item>) {
  const { columns, rows, rowPx, item, onOpen, label, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { position, space, onScroll, show } = usePosition(scroller, rows, rowPx, props.resetKey);
  const { from, to } = rowsInView(space, position.topPx, overscan);
  const [focused, setFocused] = useState(0);
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
              columns={columns}
              item={item(index)}
              isFocusable={index === focused}
              onFocus={setFocused}
              onOpen={onOpen}
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
  readonly columns: readonly Column<Item>[];
  readonly item: Item | undefined;
  readonly isFocusable: boolean;
  readonly onFocus: (index: number) => void;
  readonly onOpen: ((item: Item) => void) | undefined;
}

const TableRow = memo(TableRowPlain) as typeof TableRowPlain;

function TableRowPlain<Item>({ index, offsetPx, columns, item, isFocusable, onFocus, onOpen }: TableRowProps<Item>) {
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
        if (!isOwn && item !== undefined && getSelection()?.isCollapsed !== false) onOpen?.(item);
      }}
    >
      {columns.map(({ id, align, cell }) => (
        <div role="cell" key={id} className={styles['cell']} data-align={align}>
          {item === undefined ? <span className={styles['waiting']} /> : cell(item, index)}
        </div>
      ))}
    </div>
  );
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are seen from their first one
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    setPosition({ scrollPx: 0, topPx: 0 });
  }, [resetKey]);
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

interface RowKeys {
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
function useRowKeys({ scroller, rows, focused, space, topPx, show, setFocused, open }: RowKeys) {
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

function opened<Item>(item: Item | undefined, onOpen: ((item: Item) => void) | undefined): void {
  if (item !== undefined) onOpen?.(item);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

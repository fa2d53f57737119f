/** Browsers lay nothing out that is higher than about 17,000,000 px (Firefox) or 33,000,000 px (Chromium). */
export const scrollPxMax = 8_000_000;

/** At both ends of a table that is too high, this much of the scrollbar moves rows pixel by pixel. */
const endsPx = 1_000_000;

/** Rows of one height in a view. */
export interface RowSpace {
  readonly rows: number;
  readonly rowPx: number;
  /** Height of what is seen of the rows. */
  readonly viewPx: number;
}

/** Where a table stands: the position of its scrollbar, and the pixel of all rows at the top of the view. */
export interface RowPosition {
  readonly scrollPx: number;
  readonly topPx: number;
}

/** What the scrollbar is made for: all rows, or as many as a browser lays out. */
export function scrollHeightPx({ rows, rowPx }: RowSpace): number {
  return Math.min(rows * rowPx, scrollPxMax);
}

/** The row pixel at the top of the view for a position of the scrollbar: a jump. */
export function topPxAt(space: RowSpace, scrollPx: number): number {
  const { scrollEndPx, topEndPx } = endsOf(space);
  const at = clamped(scrollPx, scrollEndPx);
  if (scrollEndPx === topEndPx || at <= endsPx) return at;
  if (at >= scrollEndPx - endsPx) return topEndPx - (scrollEndPx - at);
  return endsPx + ((at - endsPx) / (scrollEndPx - 2 * endsPx)) * (topEndPx - 2 * endsPx);
}

/** The position of the scrollbar for a row pixel at the top of the view; the inverse of {@link topPxAt}. */
export function scrollPxAt(space: RowSpace, topPx: number): number {
  const { scrollEndPx, topEndPx } = endsOf(space);
  const at = clamped(topPx, topEndPx);
  if (scrollEndPx === topEndPx || at <= endsPx) return at;
  if (at >= topEndPx - endsPx) return scrollEndPx - (topEndPx - at);
  return endsPx + ((at - endsPx) / (topEndPx - 2 * endsPx)) * (scrollEndPx - 2 * endsPx);
}

/**
 * Where a table stands after its scrollbar moved: a wheel or a key moves the rows by as many pixels as the scrollbar, a
 * jump takes them to their place.
 */
export function moved(space: RowSpace, from: RowPosition, scrollPx: number): RowPosition {
  const { scrollEndPx, topEndPx } = endsOf(space);
  const by = scrollPx - from.scrollPx;
  const isAtEnd = scrollPx <= 0 || scrollPx >= scrollEndPx;
  if (isAtEnd || scrollEndPx === topEndPx || Math.abs(by) > 3 * space.viewPx)
    return { scrollPx, topPx: topPxAt(space, scrollPx) };
  return { scrollPx, topPx: clamped(from.topPx + by, topEndPx) };
}

/** The rows in view, `to` excluded, with so many more on either side. */
export function rowsInView(space: RowSpace, topPx: number, more = 0): { readonly from: number; readonly to: number } {
  const { rows, rowPx, viewPx } = space;
  const from = Math.floor(topPx / rowPx) - more;
  const to = Math.ceil((topPx + viewPx) / rowPx) + more;
  return { from: Math.max(0, Math.min(from, rows)), to: Math.max(0, Math.min(to, rows)) };
}

/** The row pixel at the top of the view that is nearest to `topPx` with the whole of a row in view. */
export function topPxShowing({ rowPx, viewPx }: RowSpace, row: number, topPx: number): number {
  const firstPx = row * rowPx;
  if (firstPx < topPx) return firstPx;
  return Math.max(topPx, firstPx + rowPx - viewPx);
}

function endsOf(space: RowSpace): { readonly scrollEndPx: number; readonly topEndPx: number } {
  const { rows, rowPx, viewPx } = space;
  return {
    scrollEndPx: Math.max(0, scrollHeightPx(space) - viewPx),
    topEndPx: Math.max(0, rows * rowPx - viewPx),
  };
}

function clamped(px: number, endPx: number): number {
  return Math.max(0, Math.min(px, endPx));
}

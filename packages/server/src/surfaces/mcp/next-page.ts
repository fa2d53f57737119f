import { pagesMax } from '../../catalogue/parameter.ts';
import type { RawQuery } from '../../catalogue/parameters.ts';

/** Where the next rows are, or that a page is past all of them; undefined where there are none, or no pages. A page that is full may be the last one. */
export function nextPage(
  { page_num: asked, page_size: size }: RawQuery,
  total: number | undefined,
  rows: number,
): string | undefined {
  const [page, pageSize] = [Number(asked), Number(size)];
  if (total !== undefined && total > 0 && rows === 0)
    return `There are ${total} rows in all, on pages before this one.`;
  const isLast = total === undefined ? rows < pageSize : total <= page * pageSize;
  if (!(page > 0) || isLast) return undefined;
  if (page >= pagesMax)
    return `Page ${pagesMax} is the last that can be asked for; narrower filters find the other rows.`;
  const next = `page_num=${page + 1}`;
  return total === undefined
    ? `There may be more rows: ${next}.`
    : `There are ${total} rows in all: ${next} has the next.`;
}

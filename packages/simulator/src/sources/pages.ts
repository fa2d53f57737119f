const PAGE_SIZE = 10;

/** Rows as lists of the API page them. */
export function* pagesOf<Row>(rows: readonly Row[]): Generator<readonly Row[], void, undefined> {
  for (let first = 0; first < rows.length; first += PAGE_SIZE) yield rows.slice(first, first + PAGE_SIZE);
}

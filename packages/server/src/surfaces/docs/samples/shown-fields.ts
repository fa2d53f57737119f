import type { Endpoint } from '../../../catalogue/endpoint.ts';

/** The fields that a sample prints of each row: what names it and what it is sorted by, or has first. */
export function shownFields({ rowId, row, sortFields }: Endpoint): readonly string[] {
  const others = [...sortFields, ...row.map(({ name }) => name)].filter((name) => name !== rowId);
  return [rowId, ...others.slice(0, 1)];
}

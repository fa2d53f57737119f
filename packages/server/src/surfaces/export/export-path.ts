/** Where a list or a trend is exported. */
export function exportPath({ id }: { readonly id: string }): string {
  return `/v1/export/${id}`;
}

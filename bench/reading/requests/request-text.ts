/** Values of a request's parameters, by their names. */
export type Values = Readonly<Record<string, string | number>>;

/** A request as it is sent: path and query. */
export function requestText({ path }: { readonly path: string }, values: Values): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) query.set(name, String(value));
  return `${path}?${query}`;
}

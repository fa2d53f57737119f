/** Where the console reads: what `/v1/…` is to callers with a key is `/console/v1/…` to who is logged in. */
export function consolePath(path: string): string {
  return `/console${path}`;
}

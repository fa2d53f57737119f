const dayMs = 86_400_000;

/** The UTC day before today, `YYYY-MM-DD`: the last one that is over. */
export function yesterday(nowMs = Date.now()): string {
  return new Date(nowMs - dayMs).toISOString().slice(0, 10);
}

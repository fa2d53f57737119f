/** No measure of anything: it ends what would never end, on a machine however slow. */
export const endMs = 1_800_000;

/** The windows that are served, days. */
export const windows = [1, 7, 15, 30, 60, 90] as const;

/** Length of a window, days up to and including the as-of day. */
export type Window = (typeof windows)[number];

/** Days before the as-of day that stay open: their observations may still come in without a product being rebuilt. */
export const openDays = 2;

/** How far back of the settled day changes are looked for; what has older tails is worked out from its first day. */
export const rewriteDays = 60;

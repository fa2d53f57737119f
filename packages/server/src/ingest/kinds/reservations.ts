import { count, flag } from '../fields/numbers.ts';

/** What a record with running totals says of them: not each is a total that was seen, to the last unit. */
export const reservations = {
  derived: flag('1: its totals were not seen, but calculated from what a source says of windows'),
  rounded_to: count('step its running totals are rounded to: 100 for 4.6K. Absent, 0 or 1: they are exact'),
};

/** Without them, totals would pass for ones that were seen, and exact. */
export const reservationNames = Object.keys(reservations);

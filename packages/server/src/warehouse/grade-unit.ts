/** The origin of a row is its batch, plus this for each grade its totals are below exact. No batch has so large a number. */
export const gradeUnit = 2 ** 30;

/** Section 6, rule 3 "Largest remainder". Ties go to the earlier weight; the weights must not all be 0. */
export function largestRemainder(whole: bigint, weights: readonly bigint[]): bigint[] {
  const weightSum = sum(weights);
  const shares = weights.map((weight, index) => ({
    index,
    floor: (whole * weight) / weightSum,
    remainder: (whole * weight) % weightSum,
  }));
  const over = Number(whole - sum(shares.map((share) => share.floor)));
  const byRemainder = shares.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  const lucky = new Set(byRemainder.slice(0, over).map((share) => share.index));
  return shares.map((share) => share.floor + (lucky.has(share.index) ? 1n : 0n));
}

/** Section 6, "GMV follows the units": ⌊G·C_i/U⌋ − ⌊G·C_(i−1)/U⌋. The weights must not all be 0. */
export function runningSplit(whole: bigint, weights: readonly bigint[]): bigint[] {
  const weightSum = sum(weights);
  const reached = weights.map((_, index) => (whole * sum(weights.slice(0, index + 1))) / weightSum);
  return reached.map((end, index) => end - (reached[index - 1] ?? 0n));
}

export function largest(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

export function smallest(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

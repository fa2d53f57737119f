/** A column of numbers, one an entity. */
export function floats(count: number, valueAt: (index: number) => number): Float64Array {
  const column = new Float64Array(count);
  for (let i = 0; i < count; i++) column[i] = valueAt(i);
  return column;
}

/** A column of 32-bit integers, one an entity. */
export function ints(count: number, valueAt: (index: number) => number): Int32Array {
  const column = new Int32Array(count);
  for (let i = 0; i < count; i++) column[i] = valueAt(i);
  return column;
}

/** A column of strings, one an entity. */
export function texts(count: number, valueAt: (index: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, i) => valueAt(i));
}

/** The value at an index that is known to exist. */
export function at(column: ArrayLike<number>, index: number): number {
  return column[index] ?? 0;
}

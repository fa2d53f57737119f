const wholes = new Intl.NumberFormat('en');

/** 1234567 → `1,234,567` */
export function count(value: number): string {
  return wholes.format(value);
}

/** `1 record`, `2 records` */
export function plural(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** 98397974 → `98.4 MB` */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** `1.5 s`, `2 min 5 s` */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** How far a publish is: `publish 3/16: touched products` */
export function publishStep(step: string, index: number, steps: number): string {
  return `publish ${index + 1}/${steps}: ${step.replace(/^\d+_/, '').replaceAll('_', ' ')}`;
}

/** Epoch milliseconds → `2026-11-20 13:05` (UTC); empty for null. */
export function moment(ms: number | null): string {
  return ms === null ? '' : new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}

/** Rows under a heading, columns two blanks apart. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** 6.13e-7 → `0.000000613` */
export function plainNumber(value: number): string {
  return value.toFixed(12).replace(/\.?0+$/, '');
}

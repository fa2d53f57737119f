import type { ArgsDef } from 'citty';

/** Options that are not called as the parameter is. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['expires_at', 'expires'],
  ['key_id', 'key'],
  ['scopes', 'scope'],
]);

/**
 * What is said of a parameter that the server (or the client of it, or the data directory) refused, in the words of the
 * command line: `Invalid parameter: page_size: expected …` → `--page-size: expected …`.
 *
 * @param args those of the command, of which some may be positional.
 * @returns undefined for any other error.
 */
export function refusedParameter(error: unknown, args: ArgsDef): string | undefined {
  if (!(error instanceof Error) || !('status' in error) || error.status !== 400) return undefined;
  const [, name, said] = /^(?:Invalid parameter: )?(\w+): (expected .*)$/s.exec(error.message) ?? [];
  return name === undefined || said === undefined ? undefined : `${shown(optionOf(name), args)}: ${said}`;
}

/** As the help has it: `CREDITS`, and `ID` for `user-id` where the id has its place; `--expires`. */
function shown(name: string, args: ArgsDef): string {
  const places = Object.entries(args).filter(([, { type }]) => type === 'positional');
  const place = places.find(([each]) => each === name || (!Object.hasOwn(args, name) && name.endsWith(`-${each}`)));
  return place === undefined ? `--${name}` : place[0].toUpperCase();
}

function optionOf(parameter: string): string {
  const name = parameter.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (/_(sort|rank)_field(_v2)?$/.test(name)) return 'sort';
  return (otherNames.get(name) ?? name).replaceAll('_', '-');
}

import { nearestName } from '../../kernel/nearest-name.ts';
import { kinds } from '../kinds/index.ts';

/**
 * The fields that misspelt names were most likely meant to be.
 *
 * @param unknown names as `kind.field`, or `kind.field[].name` for one inside a field.
 * @returns the names that are near a known one, and that one.
 */
export function meantFields(unknown: Iterable<string>): Readonly<Record<string, string>> {
  const meant = [...unknown].flatMap((name) => {
    const field = meantField(name);
    return field === undefined ? [] : [[name, field]];
  });
  return Object.fromEntries(meant);
}

function meantField(unknown: string): string | undefined {
  const at = unknown.indexOf('.');
  const kind = kinds.get(unknown.slice(0, at));
  const [name = '', inner] = unknown.slice(at + 1).split('[].');
  if (inner === undefined) return nearestName(name, kind?.fields.keys() ?? []);
  return nearestName(inner.slice(inner.lastIndexOf('.') + 1), kind?.fields.get(name)?.innerNames ?? []);
}

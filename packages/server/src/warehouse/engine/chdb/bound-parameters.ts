import { EngineError, type SqlParameter, type SqlParameters } from '../engine.ts';

/** A parameter as statements write it: `{name:Type}`. */
const placeholder = /\{(\w+):[A-Z]/g;

/**
 * The statement that gives a session its parameters for the next one. chDB's own binding keeps them where all sessions
 * share them, and therefore lets only one bound statement of the process run at a time.
 *
 * @returns undefined when there is nothing to give.
 * @throws EngineError when the next statement wants one that is not among them: it would find that of an earlier one.
 */
export function bindingOf(sql: string, parameters: SqlParameters): string | undefined {
  const wanted = new Set(Array.from(sql.matchAll(placeholder), ([, name = '']) => name));
  const bound = Array.from(wanted, (name) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (value === undefined) throw new EngineError(`the statement has no parameter ${name}`, 'UNKNOWN_QUERY_PARAMETER');
    return `param_${name} = ${quoted(textOf(value))}`;
  });
  return bound.length === 0 ? undefined : `SET ${bound.join(', ')}`;
}

/** As the engine reads a value: texts with escapes, those in arrays between quotes. */
function textOf(value: SqlParameter): string {
  if (typeof value === 'string') return escaped(value);
  return Array.isArray(value) ? `[${value.map(elementOf).join(',')}]` : String(value);
}

function elementOf(value: string | number | bigint): string {
  return typeof value === 'string' ? quoted(value) : String(value);
}

function quoted(text: string): string {
  return `'${escaped(text).replaceAll("'", "\\'")}'`;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '\\0' };

function escaped(text: string): string {
  return text.replace(/[\\\t\n\r\0]/g, (character) => escapes[character] ?? character);
}

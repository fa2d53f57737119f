import type { z } from 'zod';
import { MirrorError } from './mirror-error.ts';

const shownLengthMax = 60;

/**
 * A JSON document of the operator's, as the schema has it.
 *
 * @param file its name, for messages
 * @throws MirrorError that names the place, what was expected and what is there
 */
export function readDocument<Schema extends z.ZodType>(schema: Schema, text: string, file: string): z.output<Schema> {
  const { success, data, error } = schema.safeParse(parsed(text, file));
  if (success) return data;
  const [issue] = error.issues;
  const place = issue?.path.reduce<string>((name, part) => `${name}${pathPart(part)}`, '').replace(/^\./, '');
  throw new MirrorError([file, place, issue?.message].filter(Boolean).join(': '));
}

/** For a schema: "expected …, got …". */
export function expected(what: string) {
  return {
    error: ({
      code,
      keys,
      input,
    }: {
      readonly code: string;
      readonly keys?: readonly string[];
      readonly input?: unknown;
    }) =>
      code === 'unrecognized_keys'
        ? `expected ${what}, got the member ${shown(keys?.[0])}`
        : `expected ${what}, got ${input === undefined ? 'nothing' : shown(input)}`,
  };
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MirrorError(`${file}: expected JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function pathPart(part: PropertyKey): string {
  return typeof part === 'number' ? `[${part}]` : `.${String(part)}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > shownLengthMax ? `${text.slice(0, shownLengthMax)}…` : text;
}

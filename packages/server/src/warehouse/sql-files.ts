import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** One numbered SQL file: a step that is reviewed as SQL. */
export interface SqlFile {
  /** File name without the ending, such as `010_landing`. */
  readonly name: string;
  /** Its statements in order, without comments on lines of their own and without the closing semicolons. */
  readonly statements: readonly string[];
  /**
   * What must be there for a statement to do anything: `FROM` and what follows of a SELECT that finds some of it. A
   * statement has none, or a line `-- where any: …` above it.
   */
  readonly conditions: ReadonlyMap<string, string>;
}

const conditionLine = /^\s*-- where any: (.+)\n/;

/**
 * Reads the `.sql` files of a folder and of `generated/` in it, in the order of their numbers; of two with the same
 * name, the one that is written by hand comes first. A statement ends in `;` at the end of a line.
 */
export function readSqlFiles(folder: URL): readonly SqlFile[] {
  const files = [folder, new URL('generated/', folder)].flatMap(filesIn).map(readSqlFile);
  return files.sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1));
}

function filesIn(folder: URL): readonly URL[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.map((name) => new URL(name, folder));
}

/** Reads a `.sql` file whose statements have names: each comes after a line `-- name: NAME`. */
export function readNamedStatements(file: URL): ReadonlyMap<string, string> {
  const [, ...parts] = readFileSync(file, 'utf8').split(/^-- name: /m);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end).trim().replace(/;$/, '')];
    }),
  );
}

/** Reads one `.sql` file. */
export function readSqlFile(file: URL): SqlFile {
  const text = readFileSync(file, 'utf8').replace(/^\s*--(?! where any: ).*\n/gm, '');
  const parts = text.split(/;\s*$/m).filter((part) => part.trim() !== '');
  const statementOf = (part: string) => part.replace(conditionLine, '').trim();
  const conditions = parts.flatMap((part): readonly [string, string][] => {
    const [, condition] = conditionLine.exec(part) ?? [];
    return condition === undefined ? [] : [[statementOf(part), condition]];
  });
  const name =
    file.pathname
      .split('/')
      .at(-1)
      ?.replace(/\.sql$/, '') ?? '';
  return { name, statements: parts.map(statementOf), conditions: new Map(conditions) };
}

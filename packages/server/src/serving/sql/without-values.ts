/** Texts, quoted names (also in curly quotes), heredocs and comments, whether or not they end; numbers that may be ids. */
const values =
  /[‘“][^’”]*[’”]?|'(?:[^'\\]|\\[\s\S]|'')*'?|`(?:[^`\\]|\\[\s\S])*`?|"(?:[^"\\]|\\[\s\S])*"?|\$(\w*)\$[\s\S]*?(?:\$\1\$|$)|--[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|0x[\da-f_]+|0b[01_]+|\d[\d_]{4,}/gi;

/** A statement without the values in it, each of which becomes `…`: its shape, that tells of no person. */
export function withoutValues(sql: string): string {
  return sql.replace(values, '…');
}

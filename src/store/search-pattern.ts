/**
 * A pattern for `LIKE … ESCAPE '\'` that finds the words of a person anywhere in a text; % and _ mean
 * themselves. SQLite's LIKE ignores the case of ASCII letters only.
 */
export function searchPattern(words: string): string {
  return `%${words.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
}

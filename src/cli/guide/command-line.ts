/** Command lines as a person would type them. */

export type Flags = Record<string, string | readonly string[] | boolean | undefined>

/** The command that says all at once what was answered one by one. */
export function commandLine(words: readonly string[], flags: Flags): string {
  const parts = Object.entries(flags).flatMap(([name, value]) => {
    if (value === undefined || value === false) return []
    if (value === true) return [`--${name}`]
    const values = typeof value === 'string' ? [value] : value
    return values.map((one) =>
      one.startsWith('-') ? `--${name}=${quote(one)}` : `--${name} ${quote(one)}`,
    )
  })
  return ['portal', ...words.map(quote), ...parts].join(' ')
}

/** As POSIX shells read it: nothing inside single quotes means anything. */
export function quote(text: string): string {
  return /^[\w@%+:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

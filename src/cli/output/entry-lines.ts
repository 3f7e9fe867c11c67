/** Names with what they say, as helps list them; nothing is wider than the terminal. */
import { wrapText } from './text-width.ts'

export type Entry = { name: string; says: string }

/** Narrower than this, text is only a column of words. */
const leastText = 20
const indent = '  '
const gap = 2

/** The column in which most texts can begin: as wide as the longest name that leaves them room. */
export function nameColumn(entries: readonly Entry[], width: number): number {
  const most = Math.floor(width / 3)
  return Math.max(0, ...entries.map(({ name }) => name.length).filter((length) => length <= most))
}

/** Each name and, beside it, what it says; below a name that is longer than the column. */
export function entryLines({ name, says }: Entry, column: number, width: number): string[] {
  const start = indent.length + column + gap
  const text = wrapText(says, Math.max(leastText, width - start))
  const names = wrapText(name, width - indent.length).map((line) => indent + line)
  const beside = name.length <= column ? `${names.pop()?.padEnd(start)}${text.shift()}` : undefined
  const below = text.map((line) => ' '.repeat(start) + line)
  return beside === undefined ? [...names, ...below] : [beside, ...below]
}

/**
 * A command line; where it is wider than the terminal, in lines that a shell takes as one. No word is broken,
 * and an option keeps its value.
 */
export function exampleLines(example: string, width: number): string[] {
  if (indent.length + example.length <= width) return [indent + example]
  const [first = '', ...words] = example.match(parts) ?? []
  const lines: string[] = []
  let line = indent + first
  for (const word of words) {
    const longer = `${line} ${word}`
    if (longer.length + continued.length <= width) line = longer
    else {
      lines.push(line + continued)
      line = indent + indent + word
    }
  }
  return [...lines, line]
}

const parts = /(?:--[\w-]+ (?!-))?(?:"[^"]*"|'[^']*'|[^\s"'])+/g
const continued = ' \\'

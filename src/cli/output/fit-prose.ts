import { textWidth } from './text-width.ts'

/**
 * Sentences that are wider than the terminal, broken between words. Rows of tables stay as they are, and so does what
 * may be copied: addresses and command lines go on over the edge.
 */
export function fitProse(text: string, width: number): string {
  if (width === Number.POSITIVE_INFINITY) return text
  return text
    .split('\n')
    .flatMap((line) => (isTooWide(line, width) && !isWhole(line) ? fitLine(line, width) : [line]))
    .join('\n')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what it looks for
const colour = /\u001b\[\d+m/g

function isTooWide(line: string, width: number): boolean {
  return line.length > width && textWidth(line.replace(colour, '')) > width
}

function isWhole(line: string): boolean {
  return /\S {2,}\S|:\/\/|\bportal [a-z-]/.test(line.replace(colour, ''))
}

/** A colour goes on from line to line until its end; it takes no column. */
function fitLine(line: string, width: number): string[] {
  const [indent = ''] = /^ */.exec(line.replace(colour, '')) ?? []
  const words = line.replace(indent, '').split(' ')
  const lines: string[] = []
  for (const word of words) {
    const longer = lines.length === 0 ? indent + word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && !isTooWide(longer, width)) lines[lines.length - 1] = longer
    else lines.push(indent + word)
  }
  return lines
}

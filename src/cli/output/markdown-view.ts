import type { Paper } from './paper.ts'
import { wrapText } from './text-width.ts'

/** A guide on the terminal: headings bold, text wrapped, code as it is. Files and pipes get it as written. */
export function markdownView(markdown: string, { width, paint }: Paper): string {
  if (width === Number.POSITIVE_INFINITY) return markdown.trimEnd()
  const lines: string[] = []
  let isCode = false
  for (const block of joined(markdown)) {
    if (block.startsWith('```')) {
      isCode = !isCode
      continue
    }
    if (isCode) lines.push(paint.dim(`    ${block}`))
    else lines.push(...blockLines(block, Math.min(width, mostWidth)).map(styled))
  }
  return lines.join('\n').trimEnd()

  function styled(line: string): string {
    return /^#+ /.test(line) ? paint.bold(line.replace(/^#+ /, '')) : line
  }
}

/** Longer lines are hard to read. */
const mostWidth = 100

/** Lines of one paragraph or item as one, for they are wrapped anew. */
function joined(markdown: string): string[] {
  const blocks: string[] = []
  let isCode = false
  for (const line of markdown.split('\n')) {
    const before = blocks.at(-1)
    const isFence = line.startsWith('```')
    const goesOn =
      !isCode &&
      !isFence &&
      before !== undefined &&
      isText(before) &&
      /^\s*[^\s#|>*\-`\d]/.test(line)
    if (goesOn) blocks[blocks.length - 1] = `${before} ${line.trim()}`
    else blocks.push(line)
    if (isFence) isCode = !isCode
  }
  return blocks
}

function isText(line: string): boolean {
  return line.trim() !== '' && !/^(#|\||```)/.test(line)
}

function blockLines(block: string, width: number): string[] {
  if (/^\|[\s:|-]+\|$/.test(block)) return []
  if (block.startsWith('|')) return wrapped(cells(block), '  ', width)
  const [, indent = '', text = ''] = /^(\s*(?:[-*]|\d+\.)\s+)?(.*)$/s.exec(block) ?? []
  return wrapped(indent + plainText(text), ' '.repeat(indent.length), width)
}

function wrapped(text: string, indent: string, width: number): string[] {
  return wrapText(text, width - indent.length).map((line, i) => (i === 0 ? line : indent + line))
}

function cells(row: string): string {
  const parts = row.slice(1, -1).split(/(?<!\\)\|/)
  return parts.map((part) => plainText(part.trim().replaceAll('\\|', '|'))).join('  ·  ')
}

/** Links name where they lead; marks of emphasis go. */
function plainText(text: string): string {
  return text
    .replaceAll(/!?\[([^\]]*)\]\(([^)]*)\)/g, (_, name: string, url: string) =>
      /^https?:/.test(url) ? `${name} (${url})` : name,
    )
    .replaceAll('**', '')
    .replaceAll('`', '')
}

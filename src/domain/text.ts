/** What text may be: all of Unicode, except what only machines can see. */
import { blockLength, lineLength } from './limits.ts'

/** C0, DEL, C1, the two Unicode line ends, and halves of surrogate pairs. */
const notInLines = /[\p{Cc}\u2028\u2029\p{Cs}]/u
/** The same without tab, new line and the return that comes before a new line. */
const notInBlocks = /(?!\r\n)[\p{Cc}\p{Cs}](?<![\t\n])/u
/** Spaces, marks without width, and letters that are made to be nothing, such as U+3164 and U+2800. */
const unseen = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** Why a text will not do on one line; undefined when it will. `max` is in characters. */
export function checkLine(text: string, max = lineLength): string | undefined {
  if (/[\n\r\t]/.test(text)) return 'must be one line without tabs'
  if (notInLines.test(text)) return 'must not contain control characters'
  return checkLength(text, max)
}

/**
 * Why a text of several lines will not do; undefined when it will. New lines and tabs are allowed.
 */
export function checkBlock(text: string, max = blockLength): string | undefined {
  if (notInBlocks.test(text)) return 'must not contain control characters'
  return checkLength(text, max)
}

/**
 * A block with new lines as every part of the program expects them: browsers and Windows send CR
 * LF.
 */
export function cleanBlock(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/** True when there is nothing to see: empty, spaces, or marks without width. */
export function isBlank(text: string): boolean {
  return unseen.test(text)
}

/**
 * True for exactly one plain address. Stricter than RFC 5322 on purpose: nothing that could name a
 * second recipient or break a header (lists, comments, quotes, brackets, spaces, control
 * characters).
 */
export function isEmailAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  const domain = text.slice(at + 1)
  if (at < 1 || text.length > 254 || local.length > 64) return false
  return (
    /^[\w!#$%&'*+/=?^`{|}~\p{L}\p{M}\p{N}-]+(?:\.[\w!#$%&'*+/=?^`{|}~\p{L}\p{M}\p{N}-]+)*$/u.test(
      local,
    ) &&
    (domain === 'localhost' || isDomain(domain))
  )
}

/** The candidate that a word was probably meant to be; undefined when none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase()
  let best: string | undefined
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of candidates) {
    const edits = distance(wanted, candidate.toLowerCase())
    if (edits < fewest) {
      best = candidate
      fewest = edits
    }
  }
  return best
}

function checkLength(text: string, max: number): string | undefined {
  return text.length > max ? `must have at most ${max} characters` : undefined
}

function isDomain(text: string): boolean {
  const label = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u
  const labels = text.split('.')
  return (
    labels.length > 1 &&
    labels.every((part) => label.test(part)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  )
}

/** Edits from `a` to `b`: insert, delete, replace, swap of neighbours. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let edits = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1)
      row.push(edits)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}

import { stringAt, textOf } from './pdf-string.ts'

/** A signature in a PDF as it stands there; nothing of it is believed yet. */
export type FoundSeal = {
  /** The bytes that it says it is over: two parts, each an offset and a length. */
  range: readonly [number, number, number, number]
  /** Where its value is, with what is around it. */
  start: number
  end: number
  value: Buffer
  /** The entry /M, in the words of PDF; empty where there is none. */
  made: string
  reason: string
}

/** Files have one or a few; whoever writes more into one only wants to keep us busy. */
const mostSeals = 32
/** The same of what only looks like one: to find out takes a millisecond each. */
const mostTries = 128

/**
 * Finds the signatures of any file, in the order in which they stand there: it looks for their words and not
 * for their objects, so that it also works where the file was damaged.
 */
export function findSeals(pdf: Buffer): FoundSeal[] {
  const text = pdf.toString('latin1')
  const ranges = text.matchAll(
    /\/ByteRange\s{0,9}\[\s{0,9}((?:\d{1,15}\s{1,9}){3}\d{1,15})\s{0,99}\]/g,
  )
  const found: FoundSeal[] = []
  let tries = 0
  for (const { 1: numbers = '', index } of ranges) {
    tries += 1
    const [a = 0, b = 0, c = 0, d = 0] = numbers.split(/\s+/).map(Number)
    const seal = readDictionary(text, index)
    if (seal) found.push({ range: [a, b, c, d], ...seal })
    if (found.length === mostSeals || tries === mostTries) break
  }
  return found
}

/** A signature with its certificates has some kilobytes. */
const mostBytes = 1024 * 1024

function readDictionary(text: string, within: number): Omit<FoundSeal, 'range'> | undefined {
  const before = text.slice(Math.max(0, within - mostBytes), within)
  const after = text.slice(within, within + mostBytes)
  const from = within - before.length + Math.max(before.lastIndexOf(' obj'), 0)
  const object = text.slice(from, within + endOf(after))
  const value = stringAt(object, 'Contents')
  if (!value) return undefined
  const rest = object.slice(0, value.start) + object.slice(value.end)
  return {
    start: from + value.start,
    end: from + value.end,
    value: value.bytes,
    made: textIn(rest, 'M'),
    reason: textIn(rest, 'Reason'),
  }
}

/** More than this nobody reads. */
const mostText = 2000

function textIn(dictionary: string, key: string): string {
  const found = stringAt(dictionary, key)
  return found ? textOf(found.bytes).slice(0, mostText) : ''
}

function endOf(text: string): number {
  const end = text.indexOf('endobj')
  return end < 0 ? text.length : end
}

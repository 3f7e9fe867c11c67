/** A signature in a PDF as it stands there; nothing of it is believed yet. */
export type FoundSeal = {
  /** The bytes that it says it is over: two parts, each an offset and a length. */
  range: readonly [number, number, number, number]
  /** Where its value is: from `<` to behind `>`. */
  start: number
  end: number
  value: Buffer
  /** The entry /M, in the words of PDF; empty where there is none. */
  made: string
  reason: string
}

/** Files have one or a few; whoever writes more into one only wants to keep us busy. */
const mostSeals = 32

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
  for (const { 1: numbers = '', index } of ranges) {
    const [a = 0, b = 0, c = 0, d = 0] = numbers.split(/\s+/).map(Number)
    const seal = readDictionary(text, index)
    if (seal) found.push({ range: [a, b, c, d], ...seal })
    if (found.length === mostSeals) break
  }
  return found
}

/** A signature with its certificates has some kilobytes. */
const mostBytes = 1024 * 1024

function readDictionary(text: string, within: number): Omit<FoundSeal, 'range'> | undefined {
  const from = Math.max(text.lastIndexOf(' obj', within), within - mostBytes, 0)
  const object = text.slice(from, Math.min(endOf(text, within), within + mostBytes))
  const contents = /\/Contents\s{0,9}<([0-9A-Fa-f\s]*)>/.exec(object)
  if (!contents) return undefined
  const start = from + contents.index + contents[0].indexOf('<')
  const rest = object.replace(contents[0], '')
  return {
    start,
    end: from + contents.index + contents[0].length,
    value: Buffer.from((contents[1] ?? '').replace(/\s/g, ''), 'hex'),
    made: /\/M\s*\(([^()]{0,40})\)/.exec(rest)?.[1] ?? '',
    reason: textOf(
      /\/Reason\s*(<[^<>]{0,4000}>|\((?:[^()\\]|\\.){0,1000}\))/.exec(rest)?.[1] ?? '',
    ),
  }
}

function endOf(text: string, from: number): number {
  const end = text.indexOf('endobj', from)
  return end < 0 ? text.length : end
}

/** A text of PDF: hexadecimal or in parentheses, in UTF-16 or one byte a letter (ISO 32000-1, 7.9.2.2). */
function textOf(written: string): string {
  const bytes = written.startsWith('<')
    ? Buffer.from(written.slice(1, -1).replace(/\s/g, ''), 'hex')
    : Buffer.from(written.slice(1, -1).replace(/\\([()\\])/g, '$1'), 'latin1')
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
  const even = bytes.subarray(2, bytes.length - (bytes.length % 2))
  return Buffer.from(even).swap16().toString('utf16le')
}

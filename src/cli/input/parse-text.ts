import { invalidInput } from '../../domain/errors.ts'

/**
 * Reads JSON or YAML, whichever it is. Numbers arrive as the text that was written, so that 0.10 stays
 * 0.10; true, false and null stay what they are.
 * @throws PortalError invalid_input with the place of the mistake
 */
export async function parseText(text: string, field: string): Promise<unknown> {
  const json = parseJson(text)
  if (json !== undefined) return json
  // A CommonJS package: in the bundle only its default can be had from a dynamic import.
  const { default: yaml } = await import('yaml')
  const document = yaml.parseDocument(text, {
    schema: 'core',
    customTags: (tags) => tags.map((tag) => (isNumberTag(tag) ? asWritten(tag) : tag)),
  })
  const [fault] = [...document.errors, ...document.warnings]
  if (fault) throw unreadable(field, inWords[fault.code] ?? fault.message)
  try {
    return document.toJS()
  } catch (error) {
    throw unreadable(field, (error as Error).message)
  }
}

/** Undefined when it is no JSON; every number outside of a string is put in quotes first. */
function parseJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  const quoted = text.replace(
    /"(?:\\.|[^"\\])*"|(-?\d[\w.+-]*)/g,
    (token, number: string | undefined) => (number === undefined ? token : `"${number}"`),
  )
  try {
    return JSON.parse(quoted)
  } catch {
    return undefined
  }
}

/** Where the parser speaks to programmers. */
const inWords: Record<string, string> = {
  MULTIPLE_DOCS: 'several parts between "---"; write them as one list, each begun with "- "',
  DUPLICATE_KEY: 'the same field stands there twice; keep one',
}

type Tag = Exclude<import('yaml').Tags[number], string>

function isNumberTag(tag: Tag | string): tag is Tag {
  return typeof tag !== 'string' && /:(int|float)$/.test(tag.tag)
}

function asWritten(tag: Tag): Tag {
  return { ...tag, resolve: (source: string) => source } as Tag
}

function unreadable(field: string, complaint: string) {
  const [sentence = complaint] = complaint.split('\n')
  const message = sentence.replace(/:$/, '')
  return invalidInput([{ field, message: `is neither JSON nor YAML: ${message}` }])
}

/** Which template does not work, and on which line. */
import { Script } from 'node:vm'
import { Eta } from 'eta'

export type TemplateFault = { template: string; line: number | null; message: string }

/** The first template that is no proper Eta; undefined when all are. */
export function syntaxFault(templates: ReadonlyMap<string, string>): TemplateFault | undefined {
  const eta = new Eta({ debug: true })
  for (const [template, source] of templates) {
    const found = compileFault(eta, source)
    if (found) return { template, ...found }
  }
  return undefined
}

/**
 * Where rendering stopped, told by the frames that Eta puts before its message: `name:line`, then some lines of
 * the source. Each include adds one; the last is the innermost. Its lines are those that are not blank.
 */
export function runtimeFault(
  message: string,
  templates: ReadonlyMap<string, string>,
): TemplateFault | undefined {
  const [frame] = [...message.matchAll(/^(\S+):(\d+)\n(?: *(?:>> )?\d+\|.*\n)+/gm)].toReversed()
  if (!frame) return undefined
  const [text, template = '', line] = frame
  return {
    template,
    line: writtenLine(templates.get(template) ?? '', Number(line)),
    message: message.slice(frame.index + text.length).trim(),
  }
}

/** The line in the file of the so-manieth that is not blank: the engine takes blank ones out. */
function writtenLine(source: string, line: number): number {
  const filled = source.split('\n').flatMap((text, at) => (text.trim() === '' ? [] : [at + 1]))
  return filled[line - 1] ?? line
}

type Found = Omit<TemplateFault, 'template'>

function compileFault(eta: Eta, source: string): Found | undefined {
  let code: string
  try {
    code = eta.compileToString(source, {})
  } catch (error) {
    const [first = ''] = String((error as Error).message).split('\n')
    const line = /line (\d+)/.exec(first)?.[1]
    return { line: line ? Number(line) : null, message: first.replace(/ at line.*/, '.') }
  }
  return scriptFault(code)
}

/** Eta notes the line of the template before each piece of script; V8 says where the script stops. */
function scriptFault(code: string): Found | undefined {
  try {
    new Script(`(function(it,options){\n${code}\n})`, { filename: 'template' })
    return undefined
  } catch (error) {
    const { message, stack = '' } = error as SyntaxError
    const stopped = Number(/^template:(\d+)/.exec(stack)?.[1] ?? Number.POSITIVE_INFINITY)
    const before = code.split('\n').slice(0, stopped - 1)
    const marks = [...before.join('\n').matchAll(/^__eta\.line=(\d+)$/gm)]
    const line = marks.at(-1)?.[1]
    return { line: line ? Number(line) : null, message: plainly(message) }
  }
}

/** What stands after the template's own script was written by Eta, so the template left something open. */
function plainly(message: string): string {
  return /Unexpected token 'catch'|Unexpected end/.test(message)
    ? 'A { or ( of this template is never closed.'
    : `${message}.`
}

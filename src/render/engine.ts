import { Eta } from 'eta'
import { PortalError } from '../domain/errors.ts'
import type { Theme } from './themes.ts'

/** Fills templates. Text is escaped; a value that is not there is an error, never an empty place. */
export type Engine = { render(template: string, data: object): string }

/** Templates are compiled once, at first use; only the theme's own files are compiled, never data. */
export function createEngine(theme: Pick<Theme, 'name' | 'templates'>): Engine {
  const fast = createEta(theme.templates, false)
  return {
    render(template, data) {
      try {
        return fast.render(template, data)
      } catch {
        // Slower, but it knows the line: for whoever writes the theme.
        return explain(theme, template, data)
      }
    },
  }
}

function createEta(templates: Map<string, string>, debug: boolean): Eta {
  const eta = new Eta({
    autoEscape: true,
    autoFilter: true,
    filterFunction: printable,
    rmWhitespace: true,
    cache: true,
    debug,
  })
  eta.resolvePath = (name) => name
  eta.readFile = (name) => {
    const source = templates.get(name)
    if (source === undefined) throw new Error(`There is no template ${name}.eta`)
    return source
  }
  return eta
}

function printable(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  throw new Error(`A template may print text and numbers only, not ${String(value)}`)
}

function explain(theme: Pick<Theme, 'name' | 'templates'>, template: string, data: object): string {
  try {
    return createEta(theme.templates, true).render(template, data)
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    throw new PortalError(
      'config_invalid',
      `The template ${template}.eta of the theme "${theme.name}" does not work: ${cause}`,
      `Correct the file, or set branding.theme in config.yml to another theme.`,
      [{ field: 'branding.theme', message: cause }],
    )
  }
}

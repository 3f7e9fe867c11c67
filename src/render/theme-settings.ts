/** What theme.yml may say. Every setting has its default here. */
import { z } from 'zod'
import { PortalError, type Problem } from '../domain/errors.ts'
import { contrast, parseHex } from './color.ts'

const color = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as "#1f5fbf"')
const scheme = {
  /** The sheet. */
  paper: color,
  /** What the sheet lies on. */
  desk: color,
  ink: color,
  /** Labels and secondary text. */
  muted: color,
  /** Hairlines. */
  line: color,
}

const settingsSchema = z.strictObject({
  description: z.string().optional(),
  /** The theme whose files stand in for those that this one lacks; null for none. */
  parent: z.string().nullable().optional(),
  light: z.strictObject(scheme).partial().optional(),
  dark: z.strictObject(scheme).partial().optional(),
  /** Roundness of the sheet and its buttons, in CSS pixels. */
  corner: z.number().int().min(0).max(24).optional(),
  font: z.enum(['system', 'serif']).optional(),
})

/** The settings of one theme.yml as written. */
export type WrittenSettings = z.infer<typeof settingsSchema>

export type Scheme = { [Name in keyof typeof scheme]: string }
export type ThemeColors = { light: Scheme; dark: Scheme }

/** The settings of a theme with those of its parents filled in. */
export type ThemeSettings = ThemeColors & {
  description: string
  corner: number
  font: 'system' | 'serif'
}

/** Warm neutrals: paper on a desk, by day and by night. */
export const classicColors: ThemeColors = {
  light: { paper: '#ffffff', desk: '#f4f3f0', ink: '#1c1b19', muted: '#605d57', line: '#e3e0da' },
  dark: { paper: '#1e1d1b', desk: '#131211', ink: '#f1efeb', muted: '#aba69d', line: '#3a3834' },
}

const defaults: ThemeSettings = { ...classicColors, description: '', corner: 6, font: 'system' }

/** Checks one theme.yml. Throws config_invalid with all its problems. */
export function parseSettings(theme: string, written: unknown): WrittenSettings {
  const parsed = settingsSchema.safeParse(written ?? {})
  if (parsed.success) return parsed.data
  const details = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.') || 'theme.yml',
    message: issue.message,
  }))
  throw invalidTheme(theme, details)
}

/** Settings of a theme after those of its parents, nearest last. Throws when text on it would be unreadable. */
export function mergeSettings(theme: string, chain: WrittenSettings[]): ThemeSettings {
  const merged = chain.reduce<ThemeSettings>(
    (below, { light, dark, corner, font, description }) => ({
      light: { ...below.light, ...light },
      dark: { ...below.dark, ...dark },
      corner: corner ?? below.corner,
      font: font ?? below.font,
      description: description ?? below.description,
    }),
    defaults,
  )
  const problems = unreadable(merged)
  if (problems.length > 0) throw invalidTheme(theme, problems)
  return merged
}

/** A theme that cannot be used, with all that is wrong with it. */
export function invalidTheme(theme: string, details: Problem[]): PortalError {
  const [first] = details
  return new PortalError(
    'config_invalid',
    `The theme "${theme}" is not valid: ${first?.field}: ${first?.message}.`,
    `Correct themes/${theme}/theme.yml, or set branding.theme in config.yml to another theme.`,
    details,
  )
}

/** Text must stand out 4.5 : 1 (WCAG 2.2 AA) from both paper and desk. */
function unreadable(colors: ThemeColors): Problem[] {
  const problems: Problem[] = []
  for (const scheme of ['light', 'dark'] as const) {
    for (const text of ['ink', 'muted'] as const) {
      for (const ground of ['paper', 'desk'] as const) {
        const ratio = contrastOf(colors[scheme][text], colors[scheme][ground])
        if (ratio < 4.5)
          problems.push({
            field: `${scheme}.${text}`,
            message: `has a contrast of ${ratio.toFixed(1)} on ${ground}; at least 4.5 is readable`,
          })
      }
    }
  }
  return problems
}

function contrastOf(a: string, b: string): number {
  const [one, other] = [parseHex(a), parseHex(b)]
  return one && other ? contrast(one, other) : 1
}

import type { OptionSpecs, Options } from './command.ts'

/** Options of every command; they may stand before or after its name. */
export const globalOptions = {
  dir: { value: 'folder', says: 'the workspace (else PORTAL_DIR, else the nearest config.yml)' },
  json: { says: 'print one JSON document' },
  quiet: { says: 'no remarks, no progress, no next step' },
  'no-color': { says: 'no colour (also: NO_COLOR)' },
  'no-input': { says: 'never ask' },
  yes: { says: 'answer yes to "are you sure"' },
  help: { short: 'h', says: 'what this command does, with an example' },
} as const satisfies OptionSpecs

export type Globals = Options<typeof globalOptions>

/** Whether machines read the output; looked up before anything is parsed, so that errors fit too. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return (end < 0 ? argv : argv.slice(0, end)).includes('--json')
}

/** What can be typed where: the registry as shells need it. */
import type { CompletionKind } from '../../usecases/list-completions.ts'
import { manualMethods } from '../../usecases/record-payment.ts'
import type { CommandEntry } from '../command.ts'
import { globalOptions } from '../global-options.ts'

/** What stands in a place: words of the workspace, a file, one of a few, or anything. */
export type Place = { kind: CompletionKind | 'files' } | { words: readonly string[] } | undefined

export type Flag = { name: string; says: string; takes: boolean; place: Place }

export type CommandWords = { name: string; summary: string; flags: Flag[]; place: Place }

/** All commands with their flags; every command's file is loaded, which takes a moment. */
export async function commandWords(
  commands: Readonly<Record<string, CommandEntry>>,
): Promise<CommandWords[]> {
  const all: CommandWords[] = []
  for (const [name, { summary, load }] of Object.entries(commands)) {
    const command = await load()
    const flags = Object.entries({ ...command.options, ...globalOptions }).map(([flag, spec]) => ({
      name: flag,
      says: spec.says,
      takes: 'value' in spec,
      place: 'value' in spec ? placeOfFlag(flag) : undefined,
    }))
    const [argument] = Object.keys(command.arguments)
    all.push({ name, summary, flags, place: argument ? placeOf(name, argument) : undefined })
  }
  return all
}

const flagPlaces: Record<string, Place> = {
  customer: { kind: 'customers' },
  history: { kind: 'customers' },
  like: { kind: 'documents' },
  from: { kind: 'files' },
  out: { kind: 'files' },
  scan: { kind: 'files' },
  dir: { kind: 'files' },
  method: { words: manualMethods },
  every: { words: ['week', 'month', 'quarter', 'year'] },
}

function placeOfFlag(flag: string): Place {
  return flagPlaces[flag]
}

function placeOf(command: string, argument: string): Place {
  const [group] = command.split(' ')
  if (argument === 'number' || argument === 'which') {
    if (group === 'invoice') return { kind: 'invoices' }
    return { kind: group === 'estimate' ? 'estimates' : 'documents' }
  }
  if (argument === 'code') return command === 'item create' ? undefined : { kind: 'items' }
  if (argument === 'shell') return { words: ['bash', 'zsh', 'fish'] }
  return argumentPlaces[argument]
}

const argumentPlaces: Record<string, Place> = {
  customer: { kind: 'customers' },
  recurring: { kind: 'recurring' },
  file: { kind: 'files' },
}

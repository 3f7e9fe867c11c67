import { PortalError } from '../domain/errors.ts'
import { packageVersion } from '../package-dir.ts'
import { globalOptions } from './global-options.ts'
import { entryLines, exampleLines } from './output/entry-lines.ts'
import { wrapText } from './output/text-width.ts'
import { subcommands } from './parse/find-command.ts'
import { type CommandName, commands } from './registry.ts'
import { optionEntries } from './spelling.ts'

export { packageVersion as programVersion }

const sections = {
  'To begin': ['init', 'demo', 'status', 'doctor', 'docs', 'completion'],
  'Customers and documents': [
    'customer',
    'estimate',
    'invoice',
    'item',
    'recurring',
    'timeline',
    'pdf',
  ],
  Money: ['payment', 'report', 'reconcile', 'webhook'],
  'Sending and links': ['send', 'remind', 'nudge', 'share', 'shares', 'open', 'outbox', 'mail'],
  'The portal': ['serve', 'build', 'cron', 'theme'],
  'Safe keeping': ['verify', 'backup', 'restore', 'export', 'import'],
} as const

/** All commands, or those that begin with a word such as `invoice`; `width` in columns. */
export function overview(group: string, width: number): string {
  return group === '' ? programHelp(width) : groupHelp(group, width)
}

/** @returns the error for a command line that stops half-way */
export function incomplete(group: string): PortalError {
  if (group === '') return new PortalError('usage', 'Say what to do.', 'See: portal --help')
  const hint = `It can: ${subcommands(group).join(', ')}. See: portal ${group} --help`
  return new PortalError('usage', `Say what to do with portal ${group}.`, hint)
}

function programHelp(width: number): string {
  const lines = Object.entries(sections).flatMap(([title, names]) => [
    '',
    `${title}:`,
    ...names.flatMap((name) => entryLines({ name, says: summaryOf(name) }, overviewColumn, width)),
  ])
  return [
    'Usage: portal <command> [options]',
    '',
    ...wrapText('Estimates, invoices and payments for a small business.', width),
    ...lines,
    '',
    'Always:',
    ...optionEntries(globalOptions).flatMap((entry) => entryLines(entry, overviewColumn, width)),
    '',
    'Example:',
    ...exampleLines(
      'portal invoice create --customer "John Smith" --item "Labor|40|65|hrs" --send',
      width,
    ),
    '',
    ...wrapText('More about one: portal <command> --help.', width),
    ...wrapText('Never used it? portal demo, or portal init.', width),
  ].join('\n')
}

function groupHelp(group: string, width: number): string {
  const names = subcommands(group)
  const entries = names.flatMap((name) =>
    entryLines(
      { name, says: commands[`${group} ${name}` as CommandName].summary },
      overviewColumn,
      width,
    ),
  )
  return [
    ...wrapText(`Usage: portal ${group} <command> [options]`, width),
    '',
    ...entries,
    '',
    'Example:',
    ...exampleLines(`portal ${group} ${names[0]} --help`, width),
  ].join('\n')
}

/** A command's summary; of a group, the commands in it. */
function summaryOf(name: string): string {
  return name in commands ? commands[name as CommandName].summary : subcommands(name).join(', ')
}

/** The same for all lists of commands, so that one finds one's way. */
const overviewColumn = 16

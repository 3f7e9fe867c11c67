import { PortalError } from '../domain/errors.ts'
import { packageVersion } from '../package-dir.ts'
import { globalOptions } from './global-options.ts'
import { wrapText } from './output/text-width.ts'
import { subcommands } from './parse/find-command.ts'
import { type CommandName, commands } from './registry.ts'

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
    ...names.flatMap((name) => entry(name, summaryOf(name), width)),
  ])
  return [
    'Usage: portal <command> [options]',
    '',
    ...wrapText('Estimates, invoices and payments for a small business.', width),
    ...lines,
    '',
    'Always:',
    ...Object.entries(globalOptions).flatMap(([name, { says, ...spec }]) =>
      entry('value' in spec ? `--${name} <${spec.value}>` : `--${name}`, says, width),
    ),
    '',
    'Example:',
    '  portal invoice create --customer "John Smith" --item "Labor|40|65|hrs" --send',
    '',
    'More about one: portal <command> --help. Never used it? portal demo, or portal init.',
  ].join('\n')
}

function groupHelp(group: string, width: number): string {
  const names = subcommands(group)
  const entries = names.flatMap((name) =>
    entry(name, commands[`${group} ${name}` as CommandName].summary, width),
  )
  return [
    `Usage: portal ${group} <command> [options]`,
    '',
    ...entries,
    '',
    'Example:',
    `  portal ${group} ${names[0]} --help`,
  ].join('\n')
}

/** A command's summary; of a group, the commands in it. */
function summaryOf(name: string): string {
  return name in commands ? commands[name as CommandName].summary : subcommands(name).join(', ')
}

const columnWidth = 16
/** Narrower than this, text is only a column of words. */
const leastText = 20

/** A name and, beside it, what it says. */
function entry(name: string, says: string, width: number): string[] {
  const indent = columnWidth + 4
  const lines = wrapText(says, Math.max(leastText, width - indent))
  return lines.map((line, i) =>
    i === 0 ? `  ${name.padEnd(columnWidth)}  ${line}` : ' '.repeat(indent) + line,
  )
}

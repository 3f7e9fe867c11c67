import { PortalError } from '../domain/errors.ts'
import { packageVersion } from '../package-dir.ts'
import { globalOptions } from './global-options.ts'
import { subcommands } from './parse/find-command.ts'
import { type CommandName, commands } from './registry.ts'

export { packageVersion as programVersion }

const sections = {
  'To begin': ['init', 'demo', 'status', 'doctor'],
  'Customers and documents': ['customer', 'estimate', 'invoice', 'payment', 'timeline', 'pdf'],
  'Sending and links': ['send', 'share', 'shares', 'open', 'outbox', 'mail'],
  'The portal': ['serve', 'build', 'cron', 'theme'],
  'Safe keeping': ['verify', 'backup', 'restore'],
} as const

/** All commands, or those that begin with a word such as `invoice`. */
export function overview(group: string): string {
  return group === '' ? programHelp() : groupHelp(group)
}

/** @returns the error for a command line that stops half-way */
export function incomplete(group: string): PortalError {
  if (group === '') return new PortalError('usage', 'Say what to do.', 'See: portal --help')
  const hint = `It can: ${subcommands(group).join(', ')}. See: portal ${group} --help`
  return new PortalError('usage', `Say what to do with portal ${group}.`, hint)
}

function programHelp(): string {
  const lines = Object.entries(sections).flatMap(([title, names]) => [
    '',
    `${title}:`,
    ...names.map((name) => line(name, summaryOf(name))),
  ])
  return [
    'Usage: portal <command> [options]',
    '',
    'Estimates, invoices and secret links for a small business, from the command line.',
    ...lines,
    '',
    'Always:',
    ...Object.entries(globalOptions).map(([name, { says, ...spec }]) =>
      line('value' in spec ? `--${name} <${spec.value}>` : `--${name}`, says),
    ),
    '',
    'Example:',
    '  portal invoice create --customer "John Smith" --item "Labor|40|65|hrs" --send',
    '',
    'More about one: portal <command> --help',
  ].join('\n')
}

function groupHelp(group: string): string {
  const names = subcommands(group)
  const entries = names.map((name) =>
    line(name, commands[`${group} ${name}` as CommandName].summary),
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

function line(name: string, says: string): string {
  return `  ${name.padEnd(columnWidth)}  ${says}`
}

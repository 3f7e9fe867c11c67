import { packageVersion } from '../../package-dir.ts'
import type { Command, CommandEntry, OptionSpecs } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { globalOptions } from '../global-options.ts'
import { spellArgument, spellOption } from '../spelling.ts'

/** The manual page portal(1), in roff, from what the commands say of themselves. */
export async function manPage(commands: Readonly<Record<string, CommandEntry>>): Promise<string> {
  const sections: string[] = []
  for (const [name, { summary, load }] of Object.entries(commands)) {
    sections.push(commandSection(name, summary, await load()))
  }
  return [
    `.TH PORTAL 1 "" "portal ${roff(packageVersion())}" "User Commands"`,
    '.SH NAME',
    'portal \\- estimates, invoices and payments for a small business',
    '.SH SYNOPSIS',
    '.B portal',
    roff('[options] <command> [arguments]'),
    '.SH DESCRIPTION',
    roff(
      'Alone on a terminal it shows what needs attention and offers it; else it prints the status.',
    ),
    '.SH OPTIONS',
    ...optionLines(globalOptions),
    '.SH COMMANDS',
    ...sections,
    '.SH EXIT STATUS',
    ...exitLines(),
    '.SH ENVIRONMENT',
    ...paragraph('PORTAL_DIR', 'the workspace, where --dir does not name it'),
    ...paragraph('NO_COLOR', 'no colour'),
    ...paragraph('VISUAL, EDITOR', 'the editor of edit'),
    '.SH SEE ALSO',
    roff('portal <command> --help, portal docs'),
  ].join('\n')
}

function commandSection(name: string, summary: string, command: Command): string {
  const words = Object.entries(command.arguments).map((one) => spellArgument(...one))
  return [
    `.SS "${roff(['portal', name, ...words].join(' '))}"`,
    roff(`${summary[0]?.toUpperCase() ?? ''}${summary.slice(1)}.`),
    ...Object.entries(command.arguments).flatMap(([argument, { says }]) =>
      paragraph(argument, says),
    ),
    ...optionLines(command.options),
    ...(command.notes ? ['.PP', roff(command.notes)] : []),
    '.PP',
    '.nf',
    ...command.examples.map((example) => `.RS 4\n${roff(example)}\n.RE`),
    '.fi',
  ].join('\n')
}

function optionLines(options: OptionSpecs): string[] {
  return Object.entries(options).flatMap(([name, option]) =>
    paragraph(spellOption(name, option), option.says),
  )
}

/** A word and, indented below it, what it says. */
function paragraph(term: string, says: string): string[] {
  return ['.TP', `.B ${roff(term).replace(/^\\&/, '')}`, roff(says)]
}

function exitLines(): string[] {
  const codes = (code: number) =>
    Object.entries(exitCodes)
      .filter(([, exit]) => exit === code)
      .map(([name]) => name)
      .join(', ')
  return [
    ...paragraph('0', 'done'),
    ...paragraph('1', `failed, or not possible now: ${codes(1)}`),
    ...paragraph('2', `wrong input: ${codes(2)}`),
    ...paragraph('3', `not found: ${codes(3)}`),
    ...paragraph('130', 'interrupted'),
  ]
}

/** Text as roff reads it: no line of it is a request, and a hyphen stays one when it is copied. */
function roff(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replaceAll(/\s*\n\s*/g, ' ')
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped
}

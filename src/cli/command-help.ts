import type { Command } from './command.ts'
import { exitWords } from './exit-codes.ts'
import { globalOptions } from './global-options.ts'
import { type Entry, entryLines, exampleLines, nameColumn } from './output/entry-lines.ts'
import { wrapText } from './output/text-width.ts'
import { optionEntries, spellArgument } from './spelling.ts'

/** The help of one command; `width` in columns. */
export function commandHelp(
  name: string,
  summary: string,
  command: Command,
  width: number,
): string {
  const words = Object.entries(command.arguments)
  const groups: Record<string, Entry[]> = {
    Arguments: words.map(([argument, { says }]) => ({ name: argument, says })),
    Options: optionEntries(command.options),
    Always: optionEntries(globalOptions),
  }
  const column = nameColumn(Object.values(groups).flat(), width)
  const usage = ['[options]', ...words.map((one) => spellArgument(...one))].join(' ')
  return [
    ...wrapText(`Usage: portal ${name} ${usage}`, width),
    '',
    ...wrapText(summary, width),
    '',
    ...Object.entries(groups)
      .filter(([, entries]) => entries.length > 0)
      .flatMap(([title, entries]) => [
        `${title}:`,
        ...entries.flatMap((entry) => entryLines(entry, column, width)),
        '',
      ]),
    ...(command.notes ? [...wrapText(command.notes, width), ''] : []),
    command.examples.length > 1 ? 'Examples:' : 'Example:',
    ...command.examples.flatMap((example) => exampleLines(example, width)),
    '',
    ...wrapText(exitWords, width),
  ].join('\n')
}

import { PortalError } from '../../domain/errors.ts'
import { nearest } from '../../domain/text.ts'
import { globalOptions } from '../global-options.ts'
import { type CommandName, commands } from '../registry.ts'

export type Found =
  | { kind: 'command'; name: CommandName; rest: string[] }
  /** A first word that only begins commands, such as `invoice`; empty for none at all. */
  | { kind: 'group'; group: string; wants_help: boolean }
  | { kind: 'version' }

/**
 * Finds the command's words in a command line; global options may stand before and between them.
 * @throws PortalError usage, with the command that was probably meant
 */
export function findCommand(argv: readonly string[]): Found {
  const { words, positions, flags, stray } = leadingWords(argv)
  if (words[0] === 'help') {
    return findCommand([...argv.filter((_, i) => i !== positions[0]), '--help'])
  }
  const name = commandName(words)
  if (name) {
    const taken = new Set(positions.slice(0, name.split(' ').length))
    return { kind: 'command', name, rest: argv.filter((_, i) => !taken.has(i)) }
  }
  if (flags.has('--version') || flags.has('-V')) return { kind: 'version' }
  const [group = '', word] = words
  if (group === '' && stray) throw unknownOption(stray)
  if (group !== '' && !isGroup(group)) throw unknownCommand(group)
  if (word !== undefined) throw unknownSubcommand(group, word)
  return { kind: 'group', group, wants_help: flags.has('--help') || flags.has('-h') }
}

/** The names of the commands that begin with a word, without it. */
export function subcommands(group: string): string[] {
  return Object.keys(commands)
    .filter((name) => name.startsWith(`${group} `))
    .map((name) => name.slice(group.length + 1))
}

/** Up to two words before the first option that is not global. */
function leadingWords(argv: readonly string[]) {
  const words: string[] = []
  const positions: number[] = []
  const flags = new Set<string>()
  let stray: string | undefined
  for (let i = 0; i < argv.length && words.length < 2; i++) {
    const word = argv[i] ?? ''
    if (!word.startsWith('-')) {
      words.push(word)
      positions.push(i)
    } else {
      flags.add(word)
      if (!isGlobal(word)) {
        stray = word
        break
      }
      if (word === '--dir') i += 1
    }
  }
  return { words, positions, flags, stray }
}

function isGlobal(word: string): boolean {
  const [name = ''] = word.replace(/^--/, '').split('=')
  return (
    Object.hasOwn(globalOptions, name) || word === '-h' || word === '--version' || word === '-V'
  )
}

function commandName(words: string[]): CommandName | undefined {
  const [first = '', second = ''] = words
  for (const name of [`${first} ${second}`, first])
    if (Object.hasOwn(commands, name)) return name as CommandName
  return undefined
}

function isGroup(word: string): boolean {
  return subcommands(word).length > 0
}

function unknownOption(option: string): PortalError {
  const meant = nearest(option.replace(/^-+/, ''), Object.keys(globalOptions))
  const hint = meant ? `Did you mean: --${meant}` : 'See: portal --help'
  return new PortalError('usage', `portal has no option ${option} before a command.`, hint)
}

function unknownCommand(word: string): PortalError {
  const firstWords = [...new Set(Object.keys(commands).map((name) => name.split(' ')[0] ?? ''))]
  const meant = nearest(word, firstWords)
  const hint = meant ? `Did you mean: portal ${meant}` : 'See all commands with: portal --help'
  return new PortalError('usage', `There is no command "${word}".`, hint)
}

function unknownSubcommand(group: string, word: string): PortalError {
  const names = subcommands(group)
  const meant = nearest(word, names)
  const hint = meant ? `Did you mean: portal ${group} ${meant}` : `It can: ${names.join(', ')}.`
  return new PortalError('usage', `There is no command "${group} ${word}".`, hint)
}

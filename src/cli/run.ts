import { findWorkspace } from '../config/workspace.ts'
import { dropSteering, jsonText, spellSteering } from '../domain/steering.ts'
import type { Command, Outcome } from './command.ts'
import { createContext, type Surroundings } from './context.ts'
import { interrupted } from './exit-codes.ts'
import { type Globals, globalOptions, wantsJson } from './global-options.ts'
import { fitProse } from './output/fit-prose.ts'
import { createPaper } from './output/paper.ts'
import { type Found, findCommand } from './parse/find-command.ts'
import { parseArguments } from './parse/parse-arguments.ts'
import { parseQuickly } from './parse/parse-quickly.ts'
import { type CommandName, commands } from './registry.ts'

/** Runs one command line and returns the exit code; whatever is thrown is reported. */
export async function run(argv: readonly string[], around: Surroundings): Promise<number> {
  try {
    const found = findCommand(argv)
    if (found.kind === 'command') return await runCommand(found.name, found.rest, around)
    if (isBare(found, argv) && hasWorkspace(argv, around)) return await runBare(argv, around)
    return await explain(found, argv, around)
  } catch (error) {
    if (isInterruption(error)) return interrupted
    return (await import('./report-error.ts')).reportError(error, around, argv)
  }
}

/** `portal` alone, whatever options stand beside it. */
function isBare(found: Found, argv: readonly string[]): boolean {
  return found.kind === 'group' && found.group === '' && !found.wants_help && !wantsJson(argv)
}

function globalsOf(argv: readonly string[]): Globals {
  return (parseQuickly(globalOptions, argv)?.options ?? {}) as Globals
}

/** Without one there is nothing to show, and the help says how to begin. */
function hasWorkspace(argv: readonly string[], { env, cwd }: Surroundings): boolean {
  const { dir } = globalsOf(argv)
  try {
    findWorkspace({ ...(dir ? { dir } : {}), env, cwd })
    return true
  } catch {
    return dir !== undefined
  }
}

/** What needs attention: as a menu to whoever sits at a terminal, else as text. */
async function runBare(argv: readonly string[], around: Surroundings): Promise<number> {
  const context = createContext(around, globalsOf(argv), commands)
  if (!context.canAsk()) return runCommand('status', [...argv], around)
  let chosen: readonly string[] | undefined
  try {
    const { chooseFromMenu } = await import('./guide/menu.ts')
    chosen = await chooseFromMenu(context)
  } finally {
    await context.close()
  }
  return chosen ? run([...argv, ...chosen], around) : 0
}

async function runCommand(
  name: CommandName,
  rest: string[],
  around: Surroundings,
): Promise<number> {
  const { load, summary } = commands[name]
  const command: Command = await load()
  const { args, options } = await parseArguments(name, command, rest)
  const globals: Globals = options
  if (globals.help) {
    const { commandHelp } = await import('./command-help.ts')
    return printHelp(
      commandHelp(name, summary, command, helpWidth(around)),
      Boolean(globals.json),
      around,
    )
  }
  const context = createContext(around, globals, commands)
  try {
    const outcome = await command.run(context, args, options)
    if (typeof outcome === 'number') return outcome
    await print(outcome, globals, around)
    return outcome.exit_code ?? 0
  } finally {
    await context.close()
  }
}

async function print(outcome: Outcome, globals: Globals, around: Surroundings): Promise<void> {
  const { stdout, env } = around
  if (globals.json) {
    // On a terminal somebody reads it.
    stdout.write(`${jsonText(outcome.json, stdout.isTTY ? 2 : 0)}\n`)
    return
  }
  const paper = await createPaper(stdout, env, globals)
  const text = outcome.text(paper)
  /* Without a next step it is a file or a program that reads it. */
  const shown = outcome.next ? fitProse(text, paper.width) : text
  if (shown !== '') stdout.write(`${dropSteering(shown)}\n`)
  if (outcome.next && !globals.quiet)
    stdout.write(`${paper.paint.dim(`Next: ${spellSteering(outcome.next)}`)}\n`)
}

/** What is not a command: the version, the list of commands, or half a command. */
async function explain(
  found: Exclude<Found, { kind: 'command' }>,
  argv: readonly string[],
  around: Surroundings,
): Promise<number> {
  const json = wantsJson(argv)
  const help = await import('./help.ts')
  if (found.kind === 'version') {
    const version = help.programVersion()
    around.stdout.write(json ? `${JSON.stringify({ version })}\n` : `${version}\n`)
    return 0
  }
  const asked = found.wants_help || (found.group === '' && !json)
  if (!asked) throw help.incomplete(found.group)
  return printHelp(help.overview(found.group, helpWidth(around)), json, around)
}

/** Lines longer than this are hard to read, also where they would fit. */
const mostHelpWidth = 100

function helpWidth({ stdout }: Surroundings): number {
  return stdout.isTTY ? Math.min(stdout.columns || 80, mostHelpWidth) : mostHelpWidth
}

function printHelp(text: string, json: boolean, { stdout }: Surroundings): number {
  stdout.write(json ? `${JSON.stringify({ help: text })}\n` : `${text}\n`)
  return 0
}

/** Ctrl-C at a question; inquirer throws it. */
function isInterruption(error: unknown): boolean {
  return error instanceof Error && error.name === 'ExitPromptError'
}

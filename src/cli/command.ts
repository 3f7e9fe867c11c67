/** What a command is: data that says what it takes, and one function that does it. */
import type { Context } from './context.ts'
import type { Paper } from './output/paper.ts'

export type ArgumentSpec = { says: string; optional?: true; many?: true }

export type OptionSpec = {
  /** What stands for the value in the help; an option without it is a switch. */
  value?: string
  /** May be given more than once; the values arrive as a list. */
  many?: true
  /** One letter, for `-h`. */
  short?: string
  says: string
}

export type ArgumentSpecs = Record<string, ArgumentSpec>
export type OptionSpecs = Record<string, OptionSpec>

type ArgumentValue<S extends ArgumentSpec> = S extends { many: true }
  ? string[]
  : S extends { optional: true }
    ? string | undefined
    : string

type OptionValue<S extends OptionSpec> = S extends { value: string }
  ? S extends { many: true }
    ? string[]
    : string
  : boolean

export type Arguments<A extends ArgumentSpecs> = { [Name in keyof A]: ArgumentValue<A[Name]> }
export type Options<O extends OptionSpecs> = { [Name in keyof O]?: OptionValue<O[Name]> }

/** What a command found or did, for machines and for people. */
export type Outcome = {
  /** The one JSON document of `--json`. */
  json: unknown
  /** The same for people; called only when people read. */
  text(paper: Paper): string
  /** What one does next, shown as "Next: …"; empty where a file or a program reads the text. */
  next: string
  /** 1 when something was found wrong or refused although the command itself worked. */
  exit_code?: 0 | 1
}

/** The exit code of a command that wrote its result itself, like `serve`. */
export type ExitCode = number

export type Command = {
  arguments: ArgumentSpecs
  options: OptionSpecs
  /** Whole command lines that work, at least one. */
  examples: readonly [string, ...string[]]
  /** What the help says after the options. */
  notes?: string
  run(
    context: Context,
    args: Record<string, string | string[] | undefined>,
    options: Record<string, string | string[] | boolean | undefined>,
  ): Promise<Outcome | ExitCode>
}

/** A command as the registry has it: its file is loaded when it runs. */
export type CommandEntry = { summary: string; load(): Promise<Command> }

/** Ties the types of a command's values to what it says it takes. */
export function defineCommand<const A extends ArgumentSpecs, const O extends OptionSpecs>(command: {
  arguments: A
  options: O
  examples: readonly [string, ...string[]]
  notes?: string
  run(context: Context, args: Arguments<A>, options: Options<O>): Promise<Outcome | ExitCode>
}): Command {
  return command as unknown as Command
}

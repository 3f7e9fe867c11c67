import type { App, Books } from '../app.ts'
import { findWorkspace } from '../config/workspace.ts'
import { PortalError } from '../domain/errors.ts'
import { dropSteering } from '../domain/steering.ts'
import type { CommandEntry } from './command.ts'
import type { Globals } from './global-options.ts'
import type { Output } from './output/direct-output.ts'
import { fitProse } from './output/fit-prose.ts'

/** What surrounds the program. The streams are opened by Node when they are first looked at. */
export type Surroundings = {
  env: NodeJS.ProcessEnv
  cwd: string
  readonly stdin: NodeJS.ReadStream
  readonly stdout: Output
  readonly stderr: NodeJS.WriteStream
}

/** What a command may reach besides its own words. */
export type Context = {
  around: Surroundings
  globals: Globals
  /** All commands, for those that speak of others. */
  commands: Readonly<Record<string, CommandEntry>>
  /** The workspace's folder. @throws PortalError not_found */
  dir(): string
  /** The workspace, opened at the first call; closed when the command ends. `keyless`: works without link.key. */
  app(how?: { keyless: boolean }): Promise<App>
  /** The same for looking something up, in a third of the time. */
  books(): Promise<Books>
  /** True when a person sits at both ends and wants to be asked. */
  canAsk(): boolean
  /** Lets a person see something while work goes on; nothing with --json or --quiet. */
  remark(text: string): void
  close(): Promise<void>
}

/** The context of one run of the program. */
export function createContext(
  around: Surroundings,
  globals: Globals,
  commands: Context['commands'],
): Context {
  const remark: Context['remark'] = (text) => {
    if (globals.json || globals.quiet) return
    const { stderr } = around
    const width = stderr.isTTY ? stderr.columns || 80 : Number.POSITIVE_INFINITY
    stderr.write(`${dropSteering(fitProse(text, width))}\n`)
  }
  let app: Promise<App> | undefined
  let books: ReturnType<typeof openBooks> | undefined
  return {
    around,
    globals,
    commands,
    dir: () => workspaceOf(globals, around),
    app: (how) => {
      app ??= openWorkspace(globals, around, { unshown: unshownTo(around), ...how })
      return app
    },
    books: () => {
      books ??= openBooks(globals, around)
      return books
    },
    canAsk: () =>
      !globals.json && !globals['no-input'] && around.stdout.isTTY === true && around.stdin.isTTY,
    remark,
    close: async () => {
      for (const opened of [app, books]) await (await opened?.catch(() => undefined))?.close()
    },
  }
}

async function openWorkspace(
  globals: Globals,
  around: Surroundings,
  how: { keyless?: boolean; unshown: App['unshown'] },
): Promise<App> {
  const { openApp } = await import('../open-app.ts')
  return openApp({ dir: workspaceOf(globals, around), env: around.env, ...how })
}

/** What was asked for is done, only its pages are not: no remark but a warning, so nothing keeps it quiet. */
function unshownTo({ stderr }: Surroundings): App['unshown'] {
  return ({ message, hint }) => {
    const said = `Its pages show what was before: ${message}\n${hint}`
    stderr.write(`${dropSteering(said)}\n`)
  }
}

async function openBooks(globals: Globals, around: Surroundings) {
  const { openBooks } = await import('../open-books.ts')
  return openBooks(workspaceOf(globals, around), around.env)
}

function workspaceOf({ dir }: Globals, { env, cwd }: Surroundings): string {
  return findWorkspace({ ...(dir ? { dir } : {}), env, cwd })
}

/**
 * Asks before something that cannot be undone; `--yes` answers.
 * @throws PortalError needs_confirmation when nobody can be asked, or the answer is no
 */
export async function confirm(context: Context, question: string): Promise<void> {
  if (context.globals.yes) return
  if (!context.canAsk()) {
    const hint = 'Add --yes to the command if you are sure.'
    throw new PortalError('needs_confirmation', `${question} This needs a yes.`, hint)
  }
  const { askYesNo } = await import('./ask.ts')
  if (await askYesNo(question)) return
  throw new PortalError('needs_confirmation', 'Nothing was changed.')
}

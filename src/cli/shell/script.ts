import { PortalError } from '../../domain/errors.ts'
import { nearest } from '../../domain/text.ts'
import type { CommandEntry } from '../command.ts'
import { fishScript } from './fish.ts'
import { bashScript, zshScript } from './posix.ts'
import { commandWords } from './words.ts'

const writers = { bash: bashScript, zsh: zshScript, fish: fishScript } as const
const shells = Object.keys(writers) as (keyof typeof writers)[]

/**
 * The script that teaches a shell the commands, their flags, and the words of the workspace.
 * @throws PortalError usage for another shell
 */
export async function completionScript(
  shell: string | undefined,
  commands: Readonly<Record<string, CommandEntry>>,
): Promise<string> {
  const known = shells.find((one) => one === shell)
  if (known) return writers[known](await commandWords(commands))
  const meant = shell === undefined ? undefined : nearest(shell, shells)
  const message = shell === undefined ? 'Say for which shell.' : `There is no script for ${shell}.`
  const hint = meant
    ? `Did you mean: portal completion ${meant}`
    : `There are: ${shells.join(', ')}.`
  throw new PortalError('usage', message, hint)
}

import { PortalError } from '../../domain/errors.ts'
import {
  type Completion,
  completionKinds,
  listCompletions,
} from '../../usecases/list-completions.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'

export const completion = defineCommand({
  arguments: { shell: { optional: true, says: 'bash, zsh or fish' } },
  options: { values: { value: 'kind', says: `for the scripts: ${completionKinds.join(', ')}` } },
  examples: [
    'portal completion bash > ~/.local/share/bash-completion/completions/portal',
    'portal completion zsh > ~/.zsh/completions/_portal',
    'portal completion fish > ~/.config/fish/completions/portal.fish',
  ],
  notes:
    'For zsh the folder must be in fpath: fpath=(~/.zsh/completions $fpath) before compinit in ~/.zshrc. A new shell knows it.',
  async run(context, { shell }, { values }) {
    if (values !== undefined) return listed(await valuesOf(context, values))
    const { completionScript } = await import('../shell/script.ts')
    const script = await completionScript(shell, context.commands)
    return { json: { shell, script }, text: () => script, next: '' }
  },
})

/** Nobody is told at a press of Tab that there is no workspace here. */
async function valuesOf(context: Context, kind: string): Promise<Completion[]> {
  const known = completionKinds.find((one) => one === kind)
  if (!known) {
    const hint = `There are: ${completionKinds.join(', ')}.`
    throw new PortalError('usage', `There is no kind "${kind}".`, hint)
  }
  try {
    return await listCompletions(await context.books(), known)
  } catch (error) {
    if (error instanceof PortalError) return []
    throw error
  }
}

/** A line each: the word, a tab, what it stands for. */
function listed(items: Completion[]) {
  const line = ({ value, says }: Completion) => `${value}\t${says.replaceAll(/[\s\p{Cc}]+/gu, ' ')}`
  return { json: { items, total: items.length }, text: () => items.map(line).join('\n'), next: '' }
}

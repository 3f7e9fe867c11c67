import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PortalError, type Problem } from '../../domain/errors.ts'
import type { Context } from '../context.ts'

/** Begins the lines that say what is wrong; they go when the text is read. */
const mark = '#! '

/**
 * Lets a person change a text in their editor. What will not do is said in comments at the top, all at once,
 * and the editor opens again, until it does or the text is left as it is.
 * @param apply takes what was written; throws invalid_input for what will not do, and writes nothing then
 * @returns what `apply` returns; undefined when nothing was changed
 * @throws PortalError what else `apply` says, with the file that has the text, so that no work is lost
 */
export async function editText<T>(
  context: Context,
  { name, text }: { name: string; text: string },
  apply: (text: string) => Promise<T>,
): Promise<T | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-edit-'))
  const path = join(folder, name)
  let shown = text
  let refused: PortalError | undefined
  for (;;) {
    await writeFile(path, `${marked(refused?.details ?? [])}${shown}`, { mode: 0o600 })
    try {
      await openEditor(context, path)
    } catch (error) {
      await leave(folder, undefined)
      throw error
    }
    const written = withoutMarks(await readFile(path, 'utf8'))
    const isDone = written === shown || written.replaceAll(/^\s*#.*$/gm, '').trim() === ''
    if (refused && written === shown) throw kept(refused, path)
    if (isDone) return leave(folder, undefined)
    try {
      return await leave(folder, await apply(written))
    } catch (error) {
      if (!(error instanceof PortalError)) throw error
      if (error.code !== 'invalid_input') throw kept(error, path)
      shown = written
      refused = error
    }
  }
}

async function leave<T>(folder: string, result: T): Promise<T> {
  await rm(folder, { recursive: true, force: true })
  return result
}

function kept({ code, message, hint, details }: PortalError, path: string): PortalError {
  const where = `Nothing was changed. What you wrote is in ${path}`
  return new PortalError(code, message, [hint, where].filter(Boolean).join('\n'), details)
}

function marked(problems: readonly Problem[]): string {
  if (problems.length === 0) return ''
  const count = problems.length === 1 ? 'One thing is' : `${problems.length} things are`
  const lines = problems.map(({ field, message }) => `${field}: ${message}`)
  const all = [`${count} not right yet; leave as it is to give up:`, ...lines, '']
  return all.flatMap((line) => line.split('\n').map((one) => `${mark}${one}\n`)).join('')
}

function withoutMarks(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith(mark.trim()))
    .join('\n')
}

/** As git finds it. The setting may have words of its own (`code --wait`), so a shell reads it. */
async function openEditor({ around: { env } }: Context, path: string): Promise<void> {
  const editor = env.VISUAL || env.EDITOR || 'vi'
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn('sh', ['-c', `${editor} "$1"`, 'sh', path], { stdio: 'inherit', env })
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return
  throw new PortalError(
    'usage',
    `The editor "${editor}" could not be used (it ended with ${code ?? 'a signal'}).`,
    'Nothing was changed. Name another: EDITOR=nano portal …',
  )
}

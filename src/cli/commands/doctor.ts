import { findWorkspace } from '../../config/workspace.ts'
import { PortalError } from '../../domain/errors.ts'
import { createTools } from '../../open-app.ts'
import { checkWorkspace } from '../../usecases/check-workspace.ts'
import { sendTestMail } from '../../usecases/send-test-mail.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { Paper } from '../output/paper.ts'
import { padText, wrapText } from '../output/text-width.ts'

export const doctor = defineCommand({
  arguments: {},
  options: { mail: { says: 'also send you a test mail' } },
  examples: ['portal doctor', 'portal doctor --mail'],
  notes: 'Looks at everything the program needs, also where config.yml is broken.',
  async run(context, _, { mail = false }) {
    const { env, cwd } = context.around
    const { dir } = context.globals
    const path = findWorkspace({ ...(dir === undefined ? {} : { dir }), env, cwd })
    const report = await checkWorkspace({ dir: path, env, tools: createTools(path) })
    const checks: Line[] = [...report.checks, ...(mail ? [await tryMail(context)] : [])]
    const ok = checks.every((check) => check.ok)
    return {
      json: { ok, checks },
      exit_code: ok ? 0 : 1,
      text: (paper) => reportView(checks, paper),
      next: ok ? 'portal status' : 'put that right, then: portal doctor',
    }
  },
})

type Line = { name: string; ok: boolean; message: string; remedy: string }

async function tryMail(context: Context): Promise<Line> {
  const name = 'test_mail'
  try {
    const { to } = await sendTestMail(await context.app())
    return {
      name,
      ok: true,
      message: `A test mail went to ${to}; look whether it arrives.`,
      remedy: '',
    }
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
    return { name, ok: false, message: error.message, remedy: error.hint }
  }
}

/** Narrower than this, text is only a column of words. */
const leastText = 20

function reportView(checks: Line[], { paint, width }: Paper): string {
  const names = Math.max(...checks.map(({ name }) => name.length))
  const indent = ' '.repeat(names + 6)
  const lines = checks.flatMap((check) => {
    const mark = check.ok ? paint.good('ok') : paint.bad('no')
    const inLines = (text: string) =>
      text.split('\n').flatMap((line) => wrapText(line, Math.max(leastText, width - indent.length)))
    const [first = '', ...more] = inLines(check.message)
    const remedy = check.remedy ? inLines(check.remedy).map((line) => paint.bold(line)) : []
    return [
      `${mark}  ${padText(check.name.replaceAll('_', ' '), names, 'left')}  ${first}`,
      ...[...more, ...remedy].map((line) => indent + line),
    ]
  })
  const faults = checks.filter((check) => !check.ok).length
  const verdict = faults === 0 ? paint.good('All is well.') : paint.bad(`${faults} to put right.`)
  return [...lines, '', verdict].join('\n')
}

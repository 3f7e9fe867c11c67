import { findWorkspace } from '../../config/workspace.ts'
import { PortalError } from '../../domain/errors.ts'
import { createTools } from '../../open-app.ts'
import { checkWorkspace } from '../../usecases/check-workspace.ts'
import { sendTestMail } from '../../usecases/send-test-mail.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { Paper } from '../output/paper.ts'
import { padText } from '../output/text-width.ts'

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
      ...(ok ? { next: 'portal status' } : {}),
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

function reportView(checks: Line[], { paint }: Paper): string {
  const width = Math.max(...checks.map(({ name }) => name.length))
  const lines = checks.flatMap((check) => {
    const mark = check.ok ? paint.good('ok ') : paint.bad('no ')
    const [first = '', ...more] = check.message.split('\n')
    const indent = ' '.repeat(width + 5)
    return [
      `${mark} ${padText(check.name.replaceAll('_', ' '), width, 'left')}  ${first}`,
      ...more.map((line) => indent + line),
      ...(check.remedy ? check.remedy.split('\n').map((line) => indent + paint.bold(line)) : []),
    ]
  })
  const faults = checks.filter((check) => !check.ok).length
  const verdict = faults === 0 ? paint.good('All is well.') : paint.bad(`${faults} to put right.`)
  return [...lines, '', verdict].join('\n')
}

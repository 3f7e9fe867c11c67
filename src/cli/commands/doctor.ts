import { findWorkspace } from '../../config/workspace.ts'
import { createTools } from '../../open-app.ts'
import { checkWorkspace, type Report } from '../../usecases/check-workspace.ts'
import { defineCommand } from '../command.ts'
import type { Paper } from '../output/paper.ts'
import { padText } from '../output/text-width.ts'

export const doctor = defineCommand({
  arguments: {},
  options: {},
  examples: ['portal doctor'],
  notes: 'Looks at everything the program needs, also where config.yml is broken.',
  async run(context) {
    const { env, cwd } = context.around
    const { dir } = context.globals
    const path = findWorkspace({ ...(dir === undefined ? {} : { dir }), env, cwd })
    const report = await checkWorkspace({ dir: path, env, tools: createTools(path) })
    return {
      json: report,
      exit_code: report.ok ? 0 : 1,
      text: (paper) => reportView(report, paper),
      ...(report.ok ? { next: 'portal status' } : {}),
    }
  },
})

function reportView({ ok, checks }: Report, { paint }: Paper): string {
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
  const verdict = ok ? paint.good('All is well.') : paint.bad(`${faults} to put right.`)
  return [...lines, '', verdict].join('\n')
}

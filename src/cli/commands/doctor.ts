import { checkAccount } from '../../config/account.ts'
import { aboutNameServer } from '../../config/complaints.ts'
import { findWorkspace } from '../../config/workspace.ts'
import { invalidInput, PortalError } from '../../domain/errors.ts'
import { createTools } from '../../open-app.ts'
import { checkSite } from '../../usecases/check-site.ts'
import { checkWorkspace } from '../../usecases/check-workspace.ts'
import { sendTestMail } from '../../usecases/send-test-mail.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { Paper } from '../output/paper.ts'
import { padText, wrapText } from '../output/text-width.ts'

export const doctor = defineCommand({
  arguments: {},
  options: {
    mail: { says: 'also look at SPF, DKIM, DMARC, PTR, encryption and login; sends a test mail' },
    site: {
      value: 'url',
      says: 'also fetch the live site: headers, listings, stale or dead pages',
    },
    'dns-server': { value: 'address', says: 'where --mail asks DNS instead, such as 1.1.1.1' },
  },
  examples: [
    'portal doctor',
    'portal doctor --mail',
    'portal doctor --site https://portal.example.com',
  ],
  notes: 'Looks at everything the program needs, also where config.yml is broken.',
  async run(context, _, { mail = false, site, 'dns-server': dnsServer }) {
    const { env, cwd } = context.around
    const { dir } = context.globals
    const path = findWorkspace({ ...(dir === undefined ? {} : { dir }), env, cwd })
    checkAccount(path, 'doctor')
    const receivers = mail
      ? { mail: dnsServer === undefined ? {} : { dns_server: address(dnsServer) } }
      : {}
    const report = await checkWorkspace({ dir: path, env, tools: createTools(path), ...receivers })
    const checks: Line[] = [
      ...report.checks,
      ...(mail ? [await tryMail(context)] : []),
      ...(site === undefined ? [] : await checkSite(await context.app(), site)),
    ]
    const ok = checks.every((check) => check.ok)
    return {
      json: { ok, checks },
      exit_code: ok ? 0 : 1,
      text: (paper) => reportView(checks, paper),
      next: ok ? 'portal status' : 'put that right, then: portal doctor',
    }
  },
})

function address(dnsServer: string): string {
  const message = aboutNameServer(dnsServer)
  if (message) throw invalidInput([{ field: 'dns_server', message }])
  return dnsServer
}

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

/** As the checks of mail write it. */
const isRecord = /^\S+ TXT "/

/** Narrower than this, text is only a column of words. */
const leastText = 20

function reportView(checks: Line[], { paint, width }: Paper): string {
  const names = Math.max(...checks.map(({ name }) => name.length))
  const indent = ' '.repeat(names + 6)
  const lines = checks.flatMap((check) => {
    const mark = check.ok ? paint.good('ok') : paint.bad('no')
    const wrap = (line: string) => wrapText(line, Math.max(leastText, width - indent.length))
    const [first = '', ...more] = check.message.split('\n').flatMap(wrap)
    /* A record is there to be pasted: it stays in one piece. */
    const remedy = check.remedy
      .split('\n')
      .filter(Boolean)
      .flatMap((line) => (isRecord.test(line) ? [line] : wrap(line).map((one) => indent + one)))
    return [
      `${mark}  ${padText(check.name.replaceAll('_', ' '), names, 'left')}  ${first}`,
      ...more.map((line) => indent + line),
      ...remedy.map((line) => paint.bold(line)),
    ]
  })
  const faults = checks.filter((check) => !check.ok).length
  const verdict = faults === 0 ? paint.good('All is well.') : paint.bad(`${faults} to put right.`)
  return [...lines, '', verdict].join('\n')
}

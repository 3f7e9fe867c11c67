import type { Config } from '../../config/schema.ts'
import type { ReplacedApproval } from '../../usecases/replaced-approval.ts'
import type { SendResult } from '../../usecases/send-documents.ts'
import type { Paper } from './paper.ts'
import { oneLine } from './table.ts'
import { warningLines } from './warning-lines.ts'

/** What everyone is told who is given a link. */
export const linkWarning = 'Anyone with this link can view the document. Treat it like a password.'

/** How sending went, for a person: to whom, or why not. With `folder` nothing left the machine. */
export function sentLines(result: SendResult, paper: Paper, folder: string | null): string {
  const { paint } = paper
  const { number, to, url, error } = result
  const lines = [headline(result, paint)]
  if (result.replaced_approval)
    lines.push(`  ${paint.warn(replacedLine(result.replaced_approval))}`)
  if (error) lines.push(`  ${oneLine(error.message)}`, paint.dim(`  ${error.hint}`))
  if (folder !== null && result.outbox === 'sent') {
    lines.push(paint.dim(`  Written into the folder ${folder}: mail.transport is file.`))
  }
  if (result.preview) lines.push(...previewLines(result.preview))
  lines.push(...warningLines(result.warnings ?? [], paper))
  if (url && result.ok) lines.push(`  ${url}`, paint.dim(`  ${linkWarning}`))
  return lines.filter((line) => line.trim() !== '').join('\n')

  function headline({ ok, outbox, preview }: SendResult, { good, warn, bad }: Paper['paint']) {
    if (preview) return `${number} would go to ${to}:`
    if (!ok) return `${bad('Not sent:')} ${number}${to ? ` to ${to}` : ''}`
    if (outbox === 'sent') return `${good('Sent')} ${number} to ${to}`
    return `${warn('Waiting')} in the outbox: ${number} to ${to}`
  }
}

/** That what was approved is not what the customer has now. */
export function replacedLine({ version, name }: ReplacedApproval): string {
  const by = name === '' ? '' : ` by ${oneLine(name)}`
  return `Version ${version} was approved${by}. That is no yes to this one: the customer is asked anew.`
}

function previewLines({ subject, text, cc }: NonNullable<SendResult['preview']>): string[] {
  const copies = cc.length > 0 ? [`  Cc: ${cc.join(', ')}`] : []
  return [...copies, `  Subject: ${subject}`, ...text.split('\n').map((line) => `  | ${line}`)]
}

/** The folder that mails go into instead of to anybody, or null when they are sent. */
export function mailFolder({ mail }: Config): string | null {
  return mail.transport === 'file' ? mail.dir : null
}

import { PortalError } from '../../domain/errors.ts'
import { type RecordedBounce, recordBounce } from '../../usecases/record-bounce.ts'
import { defineCommand, type ExitCode, type Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { readMail } from '../input/read-mail.ts'
import { messageJson } from '../output/message-json.ts'
import type { Paper } from '../output/paper.ts'
import { oneLine } from '../output/table.ts'
import { reportError } from '../report-error.ts'

export const outboxBounce = defineCommand({
  arguments: {
    file: { says: 'a mail server’s report that a mail did not arrive; - for standard input' },
  },
  options: {
    pipe: { says: 'for mail servers: exit 75 when they should try again later, else 0' },
  },
  examples: ['portal outbox bounce returned.eml', 'portal outbox bounce - < returned.eml'],
  notes:
    'A mail that will not be delivered is failed with the server’s words, and you are told; one that is ' +
    'late is only noted. The same report twice changes nothing.',
  run: (context, { file }, { pipe = false }) =>
    pipe ? noteForServer(context, file) : note(context, file),
})

async function note(context: Context, file: string): Promise<Outcome> {
  const app = await context.app()
  const recorded = await recordBounce(app, await readMail(context, file))
  const { message, number, bounces } = recorded
  return {
    json: { ...messageJson(message, number), bounces },
    text: (paper) => bounceView(recorded, paper),
    next: number === null ? `portal outbox show ${message.id}` : `portal timeline ${number}`,
  }
}

/** EX_TEMPFAIL of sysexits.h: mail servers keep the mail and try again. */
const tryLater = 75

/**
 * A mail server answers a refusal with a mail to the owner, so it is told of none: what is no report, or of no
 * mail of ours, is taken and forgotten. What could not be noted for now, it keeps.
 */
async function noteForServer(context: Context, file: string): Promise<Outcome | ExitCode> {
  const report = (error: unknown) => reportError(error, context.around, [], context.globals)
  try {
    await context.app()
  } catch (error) {
    await report(error)
    return tryLater
  }
  try {
    return await note(context, file)
  } catch (error) {
    await report(error)
    const isFinal =
      error instanceof PortalError && (error.code === 'invalid_input' || error.code === 'not_found')
    return isFinal ? 0 : tryLater
  }
}

function bounceView({ message, number, bounces }: RecordedBounce, { paint }: Paper): string {
  const mail = `${message.id}${number ? ` about ${number}` : ''}`
  if (bounces.length === 0) return `${mail} was delivered; nothing to note.`
  return bounces
    .map(({ recipient, kind, words, news }) => {
      const what = kind === 'hard' ? paint.bad('did not arrive') : paint.warn('is late')
      const known = news ? '' : paint.dim(' (known already)')
      return oneLine(`${mail} to ${recipient} ${what}: ${words}`) + known
    })
    .join('\n')
}

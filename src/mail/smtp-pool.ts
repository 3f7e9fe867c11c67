import type { NodemailerError } from 'nodemailer'
import type { EncodedMail } from './mime.ts'
import type { SmtpConnection } from './smtp-connection.ts'

/** What providers commonly allow one customer at a time. */
const maxConnections = 5

/** Servers close idle connections after minutes; closing first avoids writing into a closed one. */
const idleMs = 10_000

export type SmtpPool = {
  /** Sends over an idle connection or a new one, or waits for one; see SmtpConnection.send. */
  send(mail: EncodedMail): Promise<NodemailerError[]>
  /** Closes idle connections; busy ones finish their mail first. */
  close(): void
}

/** Reuses connections, because opening one takes longer than sending a mail. */
export function createSmtpPool(open: () => Promise<SmtpConnection>): SmtpPool {
  const waiting: (() => void)[] = []
  let idle: SmtpConnection[] = []
  let busy = 0
  let closed = false
  const idleTimer = setTimeout(() => closeIdle(), idleMs).unref()

  async function send(mail: EncodedMail): Promise<NodemailerError[]> {
    while (busy >= maxConnections) await new Promise<void>((resolve) => waiting.push(resolve))
    busy += 1
    try {
      return await sendOnce(mail)
    } finally {
      busy -= 1
      waiting.shift()?.()
    }
  }

  async function sendOnce(mail: EncodedMail): Promise<NodemailerError[]> {
    const reused = takeIdle()
    let started = false
    try {
      if (reused) return await sendOver(reused, mail, () => (started = true))
    } catch (error) {
      // A connection that ended while it lay idle has not seen the mail; a new one may take it.
      if (started || reused?.isOpen()) throw error
    }
    return sendOver(await open(), mail, () => {})
  }

  async function sendOver(connection: SmtpConnection, mail: EncodedMail, onFirstByte: () => void) {
    try {
      const refusals = await connection.send(mail, onFirstByte)
      keep(connection)
      return refusals
    } catch (error) {
      if (connection.isOpen())
        await connection.reset().then(() => keep(connection), connection.close)
      throw error
    }
  }

  function takeIdle(): SmtpConnection | undefined {
    idle = idle.filter((connection) => connection.isOpen())
    return idle.pop()
  }

  function keep(connection: SmtpConnection): void {
    idle.push(connection)
    if (closed) closeIdle()
    else idleTimer.refresh()
  }

  function closeIdle(): void {
    for (const connection of idle.splice(0)) connection.quit()
  }

  return {
    send,
    close() {
      closed = true
      clearTimeout(idleTimer)
      closeIdle()
    },
  }
}

import type { Delivery, Mail, Mailer } from '../../src/ports/mailer.ts'

export type MemoryMailer = Mailer & {
  /** What was delivered, oldest first. */
  mails: Mail[]
  /** Set it to make the next deliveries fail with this error, undefined to let them through again. */
  refusal: Error | undefined
}

/** A mail server across the network, as far as the port goes: it keeps what it is given, or refuses. */
export function createMemoryMailer(): MemoryMailer {
  const mailer: MemoryMailer = {
    mails: [],
    refusal: undefined,
    async deliver(mail): Promise<Delivery> {
      if (mailer.refusal) throw mailer.refusal
      mailer.mails.push(mail)
      return { refused_copies: [] }
    },
    async verify() {
      if (mailer.refusal) throw mailer.refusal
    },
    async close() {},
  }
  return mailer
}

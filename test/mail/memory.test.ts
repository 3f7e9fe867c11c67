import { describe, expect, it } from 'vitest'
import { createMemoryMailer } from '../../src/mail/memory.ts'
import { DeliveryError } from '../../src/ports/mailer.ts'
import { sampleMail } from '../support/sample-mail.ts'

describe('the memory mailer', () => {
  it('keeps what it delivers, and refuses while it is told to', async () => {
    const mailer = createMemoryMailer()
    await mailer.deliver(sampleMail())
    mailer.refusal = new DeliveryError('The mail server is away.', false)
    await expect(mailer.deliver(sampleMail())).rejects.toThrow('away')
    mailer.refusal = undefined
    await mailer.deliver(sampleMail({ document: 'INV-002' }))
    expect(mailer.mails.map(({ document }) => document)).toEqual(['INV-001', 'INV-002'])
  })
})

import type { Mail } from '../../src/ports/mailer.ts'

/** A mail from the owner to the customer; tests change what they are about. */
export function sampleMail(changes: Partial<Mail> = {}): Mail {
  return {
    kind: 'invoice_sent',
    document: 'INV-001',
    message_id: '<01J8Z3M6@acme.example>',
    from: { name: 'Acme Remodeling', address: 'office@acme.example' },
    to: { name: 'John Smith', address: 'john.smith@example.com' },
    cc: [],
    bcc: [],
    reply_to: { name: 'Acme Remodeling', address: 'hello@acme.example' },
    subject: 'Invoice INV-001 from Acme Remodeling: $9,828.00 due January 30, 2025',
    html: '<p>Amount due: $9,828.00</p>',
    text: 'Amount due: $9,828.00\n',
    headers: {},
    in_reply_to: null,
    attachments: [],
    date: new Date('2025-01-15T15:00:00Z'),
    ...changes,
  }
}

import { factsOf } from './mail-document.ts'
import { estimateSent } from './mail-estimate-sent.ts'
import { invoiceSent } from './mail-invoice-sent.ts'
import type { Letter, LetterInput } from './mail-letter.ts'

/** A mail to the owner: the document's own when there is one, else a word that mail works. */
export function testMail(input: LetterInput): Letter {
  if (input.document?.kind === 'estimate') return estimateSent(input)
  if (input.document) return invoiceSent(input)
  const { config, labels } = input
  const { subject, text, business, transport, next } = labels.test.connection
  return {
    subject,
    preheader: text,
    title: subject,
    amount: null,
    facts: factsOf([business, config.business.name], [transport, transportOf(input)]),
    sentences: [text, next],
    button: null,
    sections: [],
    signed: false,
  }
}

function transportOf({ config: { mail }, labels }: LetterInput): string {
  const { host, port } = mail.smtp
  return mail.transport === 'smtp' ? `${host}:${port}` : labels.test.connection.folder(mail.dir)
}

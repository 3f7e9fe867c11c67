/** Everything that mails say in Dutch. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import { disputeReasons } from './disputes.ts'
import { mailHistory } from './history.ts'
import { mailApproval } from './mail-approval.ts'
import { reminders } from './reminders.ts'

const summaries: MailLabels['summaries'] = {
  due: (amount, date) => (date ? `${amount} te betalen uiterlijk ${date}` : `${amount} te betalen`),
  valid: (amount, date) => (date ? `${amount}, geldig tot en met ${date}` : amount),
  paid: (amount) => `${amount}, volledig betaald`,
  approved: (amount) => `${amount}, goedgekeurd`,
  credit: (amount) => `tegoed van ${amount}`,
  nothing: 'niets te betalen',
  for: (amount, about) => `${amount} voor ${about}`,
}

const facts: MailLabels['facts'] = {
  amountDue: 'Te betalen',
  balanceDue: 'Openstaand bedrag',
  credit: 'Tegoed',
  total: 'Totaal',
  paidSoFar: 'Tot nu toe betaald',
  onItsWay: 'Onderweg',
  due: 'Vervaldatum',
  validUntil: 'Geldig tot en met',
  issued: 'Datum',
  deposit: 'Vereiste aanbetaling',
  forInvoice: 'Bij factuur',
  addressee: { invoice: 'Factuur aan', estimate: 'Offerte voor', credit_note: 'Creditnota voor' },
  customer: 'Klant',
  when: 'Wanneer',
  link: 'Link',
  reason: 'Reden',
  recipient: 'Verzonden aan',
  next: 'Volgende stap',
  paid: 'Betaald bedrag',
  refunded: 'Terugbetaald',
  paidOn: 'Betaald op',
  refundedOn: 'Terugbetaald op',
  for: 'Voor',
  method: 'Betaalwijze',
  reference: 'Referentie',
  receipt: 'Betaalbewijs',
  left: 'Nog te betalen',
  answerBy: 'Antwoorden uiterlijk',
}

const texts: MailLabels['texts'] = {
  paidInFull: 'Deze factuur is volledig betaald. Er is niets te betalen.',
  nothingToPay: 'Er is niets te betalen.',
  received: 'Wij hebben uw betaling ontvangen. Dank u wel.',
  depositReceived: 'Wij hebben uw aanbetaling ontvangen. Dank u wel.',
  sentBack:
    'Het bedrag gaat terug via de betaalwijze waarmee het is betaald. Het kan enkele dagen duren voordat het op uw rekening staat.',
  givenBack: 'Wij hebben u dit bedrag terugbetaald.',
  creditNote: 'Dit is een creditnota. Er is niets te betalen.',
  estimate:
    'Open de offerte om te zien wat erin staat, en om die goed te keuren of af te wijzen, of om een vraag te stellen.',
  buttonFails: 'Werkt de knop niet, kopieer dan dit adres naar uw browser:',
  secrecy: 'Iedereen met deze link kan het document bekijken. Behandel de link als een wachtwoord.',
  message: (business) => (business ? `Bericht van ${business}` : 'Bericht'),
  howToPay: 'Zo kunt u betalen',
  approved: 'U hebt deze offerte goedgekeurd.',
  questions: 'Hebt u een vraag? Beantwoord dan deze e-mail.',
}

const test: MailLabels['test'] = {
  subject: (subject) => `[Test] ${subject}`,
  banner: 'Dit is een testmail. Alleen u hebt hem ontvangen; naar uw klant is niets verzonden.',
  connection: {
    subject: 'Het verzenden van e-mail werkt',
    text: 'Deze e-mail is verzonden om de e-mailinstellingen van uw portaal te controleren. U leest deze e-mail, dus de instellingen werken.',
    business: 'Bedrijf',
    transport: 'Verzonden via',
    folder: (dir) => `de map ${dir}`,
    next: 'Volgende stap: portal send --test <nummer> stuurt u de e-mail die uw klant zou krijgen.',
  },
}

const notices: MailLabels['notices'] = {
  paid: (customer, amount, about) => `${customer} heeft ${amount} betaald voor ${about}`,
  paymentFailed: (amount, about) => `Een betaling van ${amount} voor ${about} is mislukt`,
  refunded: (amount, about) => `${amount} voor ${about} is terugbetaald`,
  disputed: {
    open: (amount, about) => `Een betaling van ${amount} voor ${about} wordt betwist`,
    won: (amount, about) => `De betwisting van ${amount} voor ${about} is gewonnen`,
    lost: (amount, about) => `De betwisting van ${amount} voor ${about} is verloren`,
  },
  needsReview: (about) => `Een betaling voor ${about} vraagt uw aandacht`,
  askAgain: (command) => `Betalingen en herinneringen zijn gepauzeerd tot: ${command}`,
  answer: (provider, command) => `Antwoord in het dashboard van ${provider}, daarna: ${command}`,
  theProvider: 'de betaaldienst',
  disputeReasons,
  viewed: (customer, about) => `${customer} heeft ${about} bekeken`,
  mailFailed: (about) => `E-mail over ${about} is niet bezorgd`,
  about: {
    invoice: (number) => `factuur ${number}`,
    estimate: (number) => `offerte ${number}`,
    credit_note: (number) => `creditnota ${number}`,
  },
  aDocument: 'een document',
  aCustomer: 'Een klant',
}

/** "3 bekeken": the same in singular and plural. */
const times = (what: string) => plural('nl', { one: `# ${what}`, other: `# ${what}` })

const digest: MailLabels['digest'] = {
  title: (date) => `Gebeurtenissen tot ${date}`,
  more: plural('nl', { one: 'En nog #: portal status.', other: 'En nog #: portal status.' }),
  events: {
    viewed: times('bekeken'),
    approved: times('goedgekeurd'),
    declined: times('afgewezen'),
    paid: times('betaald'),
    payment_failed: plural('nl', { one: '# betaling mislukt', other: '# betalingen mislukt' }),
    refunded: times('terugbetaald'),
    disputed: times('betwist'),
    needs_review: times('na te kijken'),
    mail_failed: times('niet bezorgd'),
    question: plural('nl', { one: '# vraag', other: '# vragen' }),
  },
}

export const mail: MailLabels = {
  language: 'nl',
  line: (label, value) => `${label}: ${value}`,
  lead: (label) => `${label}:`,
  subject: (name, business, summary) =>
    business ? `${name} van ${business}: ${summary}` : `${name}: ${summary}`,
  withPercent: (amount, percent) => `${amount} (${percent})`,
  summaries,
  facts,
  buttons: {
    invoice: 'Factuur bekijken',
    pay: 'Factuur bekijken en betalen',
    estimate: 'Offerte bekijken',
    credit_note: 'Creditnota bekijken',
    receipt: 'Betaalbewijs bekijken',
  },
  texts,
  test,
  notices,
  digest,
  refund: 'Terugbetaling',
  approval: mailApproval,
  history: mailHistory,
  reminders,
}

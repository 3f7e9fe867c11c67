/** Everything that mails say in Polish. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import { disputeReasons } from './disputes.ts'
import { mailHistory } from './history.ts'
import { mailApproval } from './mail-approval.ts'
import { reminders } from './reminders.ts'

const summaries: MailLabels['summaries'] = {
  due: (amount, date) => (date ? `${amount} do zapłaty, termin: ${date}` : `${amount} do zapłaty`),
  valid: (amount, date) => (date ? `${amount}, ważna do ${date}` : amount),
  paid: (amount) => `${amount}, zapłacono w całości`,
  approved: (amount) => `${amount}, zaakceptowano`,
  credit: (amount) => `uznanie na kwotę ${amount}`,
  nothing: 'nic do zapłaty',
  for: (amount, about) => `${amount} (${about})`,
}

const facts: MailLabels['facts'] = {
  amountDue: 'Do zapłaty',
  balanceDue: 'Pozostało do zapłaty',
  credit: 'Uznanie',
  total: 'Razem',
  paidSoFar: 'Dotychczas zapłacono',
  onItsWay: 'W drodze',
  due: 'Termin płatności',
  validUntil: 'Ważna do',
  issued: 'Data',
  deposit: 'Wymagana zaliczka',
  forInvoice: 'Do faktury',
  addressee: { invoice: 'Nabywca', estimate: 'Wycena dla', credit_note: 'Uznanie dla' },
  customer: 'Klient',
  when: 'Kiedy',
  link: 'Link',
  reason: 'Powód',
  recipient: 'Wysłano do',
  next: 'Następny krok',
  paid: 'Zapłacona kwota',
  refunded: 'Zwrócono',
  paidOn: 'Data płatności',
  refundedOn: 'Data zwrotu',
  for: 'Za',
  method: 'Sposób płatności',
  reference: 'Numer referencyjny',
  receipt: 'Pokwitowanie',
  left: 'Pozostało do zapłaty',
  answerBy: 'Odpowiedź do',
}

const texts: MailLabels['texts'] = {
  paidInFull: 'Ta faktura jest zapłacona w całości. Nie ma nic do zapłaty.',
  nothingToPay: 'Nie ma nic do zapłaty.',
  received: 'Otrzymaliśmy Państwa płatność. Dziękujemy.',
  depositReceived: 'Otrzymaliśmy Państwa zaliczkę. Dziękujemy.',
  sentBack:
    'Kwota wraca tą samą drogą, którą została zapłacona. Zanim pojawi się na koncie, może minąć kilka dni.',
  givenBack: 'Zwróciliśmy Państwu tę kwotę.',
  creditNote: 'To jest nota kredytowa. Nie ma nic do zapłaty.',
  estimate:
    'Po otwarciu wyceny widać, co obejmuje; można ją tam zaakceptować, odrzucić lub zadać pytanie.',
  buttonFails: 'Jeśli przycisk nie działa, prosimy skopiować ten adres do przeglądarki:',
  secrecy: 'Każdy, kto ma ten link, może zobaczyć dokument. Prosimy traktować go jak hasło.',
  message: (business) => (business ? `Wiadomość od ${business}` : 'Wiadomość'),
  howToPay: 'Jak zapłacić',
  approved: 'Ta wycena została przez Państwa zaakceptowana.',
  questions: 'Mają Państwo pytanie? Prosimy odpowiedzieć na tę wiadomość.',
}

const test: MailLabels['test'] = {
  subject: (subject) => `[Test] ${subject}`,
  banner: 'To jest wiadomość testowa. Trafiła tylko do Państwa; do klienta niczego nie wysłano.',
  connection: {
    subject: 'Wysyłanie poczty działa',
    text: 'Tę wiadomość wysłano, aby sprawdzić ustawienia poczty portalu. Skoro została odebrana, ustawienia działają.',
    business: 'Firma',
    transport: 'Wysłano przez',
    folder: (dir) => `folder ${dir}`,
    next: 'Następny krok: portal send --test <numer> wysyła Państwu wiadomość, którą otrzymałby klient.',
  },
}

const notices: MailLabels['notices'] = {
  paid: (customer, amount, about) => `${customer}: zapłacono ${amount} (${about})`,
  paymentFailed: (amount, about) => `Płatność na kwotę ${amount} nie powiodła się (${about})`,
  refunded: (amount, about) => `Zwrócono ${amount} (${about})`,
  disputed: {
    open: (amount, about) => `Płatność na kwotę ${amount} została zareklamowana (${about})`,
    won: (amount, about) => `Reklamacja na kwotę ${amount} wygrana (${about})`,
    lost: (amount, about) => `Reklamacja na kwotę ${amount} przegrana (${about})`,
  },
  needsReview: (about) => `Płatność wymaga Państwa uwagi (${about})`,
  askAgain: (command) => `Płatność i przypomnienia są wstrzymane do: ${command}`,
  answer: (provider, command) =>
    `Prosimy odpowiedzieć w panelu (${provider}), a następnie: ${command}`,
  theProvider: 'operator płatności',
  disputeReasons,
  viewed: (customer, about) => `${customer}: wyświetlono dokument (${about})`,
  mailFailed: (about) => `Wiadomość nie została doręczona (${about})`,
  about: {
    invoice: (number) => `faktura ${number}`,
    estimate: (number) => `wycena ${number}`,
    credit_note: (number) => `nota kredytowa ${number}`,
  },
  aDocument: 'dokument',
  aCustomer: 'Klient',
}

const count = (one: string, few: string, many: string) =>
  plural('pl', { one, few, many, other: few })
const times = (what: string) => count(`# ${what}`, `# ${what}`, `# ${what}`)

const left = 'I jeszcze #: portal status.'

const digest: MailLabels['digest'] = {
  title: (date) => `Zdarzenia do ${date}`,
  more: count(left, left, left),
  events: {
    viewed: count('# wyświetlenie', '# wyświetlenia', '# wyświetleń'),
    approved: count('# akceptacja', '# akceptacje', '# akceptacji'),
    declined: count('# odrzucenie', '# odrzucenia', '# odrzuceń'),
    paid: count('# płatność', '# płatności', '# płatności'),
    payment_failed: count('# nieudana płatność', '# nieudane płatności', '# nieudanych płatności'),
    refunded: count('# zwrot', '# zwroty', '# zwrotów'),
    disputed: count('# reklamacja', '# reklamacje', '# reklamacji'),
    needs_review: times('do sprawdzenia'),
    mail_failed: count(
      '# niedoręczona wiadomość',
      '# niedoręczone wiadomości',
      '# niedoręczonych wiadomości',
    ),
    question: count('# pytanie', '# pytania', '# pytań'),
  },
}

export const mail: MailLabels = {
  language: 'pl',
  line: (label, value) => `${label}: ${value}`,
  lead: (label) => `${label}:`,
  subject: (name, business, summary) =>
    business ? `${name} od ${business}: ${summary}` : `${name}: ${summary}`,
  withPercent: (amount, percent) => `${amount} (${percent})`,
  summaries,
  facts,
  buttons: {
    invoice: 'Zobacz fakturę',
    pay: 'Zobacz fakturę i zapłać',
    estimate: 'Zobacz wycenę',
    credit_note: 'Zobacz notę kredytową',
    receipt: 'Zobacz pokwitowanie',
  },
  texts,
  test,
  notices,
  digest,
  refund: 'Zwrot',
  approval: mailApproval,
  history: mailHistory,
  reminders,
}

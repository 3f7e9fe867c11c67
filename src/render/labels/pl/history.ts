/** The customer's history and statement in Polish. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['history']

const states: Words['states'] = {
  open: 'Otwarta',
  due: (date) => `Termin: ${date}`,
  overdue: 'Po terminie',
  left: (total) => `pozostało z ${total}`,
  onItsWay: (amount) => `${amount} w drodze`,
  paid: 'Zapłacono',
  refunded: 'Zwrócono',
  partlyRefunded: 'Częściowo zwrócono',
  overpaid: 'Nadpłata',
  cancelled: 'Anulowano',
  closed: 'Zamknięto',
  credit: 'Uznanie',
  nothing: 'Nic do zapłaty',
  validUntil: (date) => `Ważna do ${date}`,
  expired: (date) => `Była ważna do ${date}`,
  approved: 'Zaakceptowano',
  depositDue: (amount) => `Zaakceptowano, zaliczka do zapłaty: ${amount}`,
  declined: 'Odrzucono',
  invoiced: (number) => (number ? `Powstała faktura ${number}` : 'Powstała faktura'),
}

const statement: Words['statement'] = {
  title: 'Zestawienie',
  heading: 'Zestawienie rozrachunków',
  from: 'Od',
  until: 'Do',
  download: 'Pobierz zestawienie',
  problems: {
    no_date: 'Prosimy wpisać datę, na przykład 2025-01-31.',
    too_early: 'Prosimy wpisać dzień nie wcześniejszy niż pierwszy.',
  },
  for: 'Dla:',
  begins: 'Data początkowa:',
  ends: 'Data końcowa:',
  currency: 'Waluta:',
  days: (from, until) => `${from} – ${until}`,
  columns: { date: 'Data', what: 'Operacja', amount: 'Kwota', balance: 'Saldo' },
  opening: 'Saldo początkowe',
  closing: 'Saldo końcowe',
  inFavor: 'Na Państwa korzyść',
  nothing: 'Do tego czasu nie było faktur ani płatności.',
  movements: {
    invoice: (number) => `Faktura ${number}`,
    credit_note: (number) => `Nota kredytowa ${number}`,
    cancelled: (number) => `Faktura ${number} anulowana`,
    disputing: (number) => `Reklamacja dotycząca ${number}, jeszcze nierozstrzygnięta`,
    credit: (number) => `Uznanie: ${number}`,
    other: (what, number) => `${what}, ${number}`,
  },
  note: 'Płatności w drodze nie są uwzględnione.',
}

export const history: Words = {
  see: 'Zobacz historię rozliczeń',
  title: 'Historia rozliczeń',
  titleFrom: (business) => (business ? `Historia rozliczeń: ${business}` : 'Historia rozliczeń'),
  outstanding: plural('pl', {
    one: 'do zapłaty z # faktury',
    few: 'do zapłaty z # faktur',
    many: 'do zapłaty z # faktur',
    other: 'do zapłaty z # faktury',
  }),
  alsoOutstanding: (amount) => `i ${amount}`,
  nothingOutstanding: 'Nie ma nic do zapłaty. Dziękujemy.',
  nothing: 'Nie ma tu jeszcze nic.',
  forCustomer: (name) => `Dla: ${name}`,
  until: (when) => `Ta strona jest dostępna do ${when}.`,
  lists: {
    outstanding: 'Faktury do zapłaty',
    estimates: 'Wyceny',
    settled: 'Zapłacone i zamknięte',
    payments: 'Płatności i pokwitowania',
  },
  columns: { document: 'Dokument', date: 'Data', state: 'Stan', amount: 'Kwota' },
  states,
  mailLink: 'Wyślij mi link',
  mailLinkTo: (about) => `Wyślij mi link: ${about}`,
  receipt: (number) => `Pokwitowanie ${number}`,
  downloadReceipt: (number) => `Pobierz pokwitowanie ${number} jako PDF`,
  earlier: 'Wcześniejsze',
  later: 'Późniejsze',
  howToOpen:
    'Dla Państwa bezpieczeństwa każdy dokument otwiera się własnym linkiem, wysyłanym na adres e-mail, który mamy zapisany.',
  askUs:
    'Nie mamy Państwa adresu e-mail. Aby ponownie otworzyć dokument, prosimy zwrócić się do nas o link.',
  asked: (about) =>
    `Link (${about}) jest w drodze na adres e-mail, który mamy zapisany, chyba że wysłano go już w ciągu ostatniej godziny.`,
  closed: (about) =>
    `Tego dokumentu nie można już otworzyć: ${about}. Prosimy o kontakt w tej sprawie.`,
  statement,
}

/** The mail that brings the link. */
export const mailHistory: MailLabels['history'] = {
  subject: (business) => (business ? `Historia rozliczeń: ${business}` : 'Historia rozliczeń'),
  preheader: (when) => `Link działa do ${when}`,
  title: 'Historia rozliczeń',
  sentences: [
    'Oto link do Państwa faktur, wycen, płatności i pokwitowań, o który poproszono.',
    'To nie Państwa prośba? Wtedy można zignorować tę wiadomość: link wysłano tylko do Państwa.',
  ],
  works: 'Działa do',
  button: 'Zobacz historię rozliczeń',
  secrecy:
    'Każdy, kto ma ten link, może zobaczyć Państwa historię. Prosimy traktować go jak hasło.',
}

/** Everything that pages and printed sheets say in Polish. */

import type { Labels } from '../en/pages.ts'
import { approval } from './approval.ts'
import { certificate } from './certificate.ts'
import { history } from './history.ts'
import { notices, renewal } from './notices.ts'
import { online } from './payments.ts'
import { stop } from './stop.ts'

const headings: Labels['headings'] = {
  invoice: (number) => `Faktura nr ${number}`,
  estimate: (number) => `Wycena nr ${number}`,
  credit_note: (number) => `Nota kredytowa nr ${number}`,
}

const names: Labels['names'] = {
  invoice: (number) => `Faktura ${number}`,
  estimate: (number) => `Wycena ${number}`,
  credit_note: (number) => `Nota kredytowa ${number}`,
}

const titles: Labels['titles'] = {
  invoice: (business) => (business ? `Faktura od ${business}` : 'Faktura'),
  estimate: (business) => (business ? `Wycena od ${business}` : 'Wycena'),
  credit_note: (business) => (business ? `Nota kredytowa od ${business}` : 'Nota kredytowa'),
}

const facts: Labels['facts'] = {
  date: 'Data:',
  due: 'Termin płatności:',
  validUntil: 'Ważna do:',
  updated: 'Zmieniono',
  forInvoice: 'Do faktury:',
  forEstimate: 'Do wyceny:',
  invoice: 'Faktura:',
}

const items: Labels['items'] = {
  title: 'Pozycje',
  description: 'Opis',
  quantity: 'Ilość',
  rate: 'Cena',
  amount: 'Kwota',
  discount: (percent, amount) => (percent ? `Rabat ${percent}: ${amount}` : `Rabat: ${amount}`),
  taxes: (list) => `Podatki: ${list}`,
  untaxed: 'Bez podatku',
}

const totals: Labels['totals'] = {
  title: 'Podsumowanie kwot',
  subtotal: 'Suma częściowa',
  discount: (percent) => (percent ? `Rabat (${percent})` : 'Rabat'),
  tax: (name, rate) => `${name} (${rate})`,
  includedTax: (name, rate) => `W tym ${name} (${rate})`,
  totalDue: 'Razem do zapłaty',
  total: 'Razem',
  estimateTotal: 'Razem:',
  totalCredit: 'Łączna kwota uznania',
  depositRequired: 'Wymagana zaliczka:',
  depositPaid: 'Wpłacona zaliczka',
  paid: 'Zapłacono',
  refunded: 'Zwrócono',
  disputed: 'Wstrzymane z powodu reklamacji',
  balanceDue: 'Pozostało do zapłaty',
}

const payments: Labels['payments'] = {
  title: 'Płatności',
  kinds: {
    payment: 'Płatność',
    refund: 'Zwrot',
    dispute: 'Płatność zareklamowana',
    dispute_won: 'Reklamacja rozstrzygnięta',
    refund_failed: 'Zwrot cofnięty',
    transfer_in: 'Zaliczka z wyceny',
    transfer_out: 'Przeniesiono na fakturę',
    credit: 'Uznanie',
  },
  methods: {
    cash: 'gotówka',
    check: 'czek',
    bank: 'przelew',
    card: 'karta',
    ach: 'przelew bankowy (ACH)',
    stripe_card: 'karta',
    square_card: 'karta',
    stripe_ach: 'przelew bankowy (ACH)',
    paypal: 'PayPal',
    sandbox: 'płatność testowa',
  },
  with: (kind, method) => `${kind} (${method})`,
}

const parts: Labels['parts'] = {
  summary: 'Podsumowanie',
  from: 'Od:',
  howToPay: 'Jak zapłacić',
  notes: 'Uwagi',
  terms: 'Warunki',
  business: 'Firma',
  taxId: (id) => `Numer podatkowy: ${id}`,
  language: 'Język',
}

const actions: Labels['actions'] = {
  downloadPdf: 'Pobierz PDF',
  print: 'Drukuj',
  contact: 'Kontakt',
  back: 'Wróć',
  askQuestion: 'Zadaj pytanie',
  askUpdate: 'Poproś o aktualizację',
  howToPay: 'Jak zapłacić',
  links: 'Więcej',
}

const states: Labels['states'] = {
  draft: 'To jest szkic. Nie został wysłany.',
  dueOn: (date) => `termin płatności: ${date}`,
  validUntil: (date) => `ważna do ${date}`,
  partlyPaid: (left, total, paid) => `Pozostało ${left} z ${total}. Dotychczas zapłacono: ${paid}.`,
  overdue: (date) => `Termin płatności tej faktury minął ${date}.`,
  processing: (amount) =>
    `Płatność bankowa na kwotę ${amount} jest w drodze. Zwykle trwa to do 4 dni roboczych. Nie trzeba płacić ponownie.`,
  onItsWay: 'W drodze',
  leftToPay: 'Pozostało do zapłaty',
  paid: (date) => `Zapłacono w całości ${date}. Dziękujemy.`,
  receipt: (number) => `Pokwitowanie ${number}`,
  bankFailed: (amount) =>
    `Płatność bankowa na kwotę ${amount} nie doszła do skutku. Niczego nie pobrano.`,
  overpaid: (business, amount) =>
    `Otrzymaliśmy więcej, niż było do zapłaty. ${business} skontaktuje się z Państwem w sprawie kwoty ${amount}.`,
  refunded: (amount, date) => `Zwrócono ${amount}, data zwrotu: ${date}.`,
  nothingToPay: 'Nic do zapłaty.',
  nothingCredit: (amount) => `Nic do zapłaty. Uznanie na kwotę ${amount}.`,
  creditNote: (amount) => `Uznanie na kwotę ${amount}. Nic do zapłaty.`,
  voidInvoice: (business) =>
    `Ta faktura została anulowana przez wystawcę (${business}). Nie ma nic do zapłaty.`,
  voidEstimate: (business) => `Ta wycena została anulowana przez wystawcę (${business}).`,
  voidCreditNote: (business) => `Ta nota kredytowa została anulowana przez wystawcę (${business}).`,
  uncollectible: (business) =>
    `Ta faktura została zamknięta przez wystawcę (${business}). W razie pytań prosimy o kontakt z wystawcą.`,
  depositOnApproval: (amount) => `${amount} zaliczki po akceptacji`,
  approved: (date) => `Zaakceptowano ${date}.`,
  depositPaid: (amount) => `Zaliczka na kwotę ${amount} została wpłacona. Dziękujemy.`,
  nextDeposit: (amount) => `Następny krok to zaliczka na kwotę ${amount}.`,
  nextContact: (business) => `${business} skontaktuje się z Państwem w sprawie dalszych kroków.`,
  depositDue: 'Zaliczka do zapłaty',
  declined: 'Ta wycena została przez Państwa odrzucona. Zmiana decyzji? Prosimy o kontakt.',
  expired: (date) => `Ta wycena była ważna do ${date}.`,
  invoiced: (number) =>
    number
      ? `Na podstawie tej wyceny powstała faktura ${number}.`
      : 'Na podstawie tej wyceny powstała faktura.',
  asOf: (date) => `Stan na ${date}. Późniejszych płatności i zmian tu nie widać.`,
  preview: 'Podgląd: to widzi Państwa klient',
  previewEstimate:
    'Podgląd: to widzi Państwa klient. „Zaakceptuj” i „Odrzuć” są tylko pod linkiem klienta.',
  cancelledOn: (date) => `Anulowano ${date}.`,
  business: 'firma',
}

const subjects: Labels['subjects'] = {
  contact: (name) => name,
  question: (name) => `Pytanie: ${name}`,
  update: (name) => `Prośba o aktualizację: ${name}`,
  newLink: 'Prośba o nowy link',
  problem: (reference) => (reference ? `Problem ze stroną, kod ${reference}` : 'Problem ze stroną'),
}

export const pages: Labels = {
  language: 'pl',
  joint: ' ',
  headings,
  names,
  titles,
  addressee: { invoice: 'Nabywca:', estimate: 'Wycena dla:', credit_note: 'Uznanie dla:' },
  facts,
  items,
  totals,
  payments,
  parts,
  actions,
  states,
  subjects,
  notices,
  renewal,
  reference: (code) => `Kod referencyjny: ${code}`,
  pageNumber: ['Strona ', ' z ', ''],
  online,
  approval,
  certificate,
  stop,
  history,
}

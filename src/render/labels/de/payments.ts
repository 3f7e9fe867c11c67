/** Everything that the pages around a payment say in German. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['online']

const pay: Words['pay'] = {
  title: {
    invoice: (number) => `Rechnung ${number} bezahlen`,
    estimate: (number) => `Anzahlung für Angebot ${number} leisten`,
    credit_note: (number) => `Gutschrift ${number}`,
  },
  dueNow: 'jetzt fällig',
  howMuch: 'Wie viel möchten Sie zahlen?',
  allDue: (amount) => `Den gesamten fälligen Betrag: ${amount}`,
  another: 'Einen anderen Betrag',
  amount: (currency) => `Betrag in ${currency}`,
  bounds: (least, most) => `Von ${least} bis ${most}.`,
  leaves: (least) => `Danach darf nichts mehr offen sein oder mindestens ${least}.`,
  howToPay: 'Wie möchten Sie zahlen?',
  wrong: 'Bitte prüfen Sie Ihre Eingaben',
  errorTitle: (title) => `Fehler: ${title}`,
  safety:
    'Sie zahlen auf der gesicherten Seite des Anbieters. Wir sehen Ihre Karten- oder Bankdaten nie.',
  otherWays: 'Andere Zahlungswege',
  receipts: 'Quittungen',
  unavailable: {
    title: 'Online-Zahlung ist gerade nicht möglich.',
    text: 'Es wurde kein Geld eingezogen. Versuchen Sie es in einigen Minuten noch einmal.',
    instead: 'Oder zahlen Sie auf dem unten beschriebenen Weg.',
  },
}

const methods: Words['methods'] = {
  stripe_card: { label: 'Karte', hint: '' },
  square_card: { label: 'Karte', hint: '' },
  stripe_ach: {
    label: 'Lastschrift (ACH)',
    hint: 'Von einem Bankkonto in den USA. Das dauert meist bis zu 4 Werktage.',
  },
  paypal: { label: 'PayPal', hint: '' },
  sandbox: { label: 'Testzahlung', hint: 'Eine erfundene Seite zum Ausprobieren.' },
}

const problems: Words['problems'] = {
  amount_choice: {
    missing: 'Wählen Sie, wie viel Sie zahlen möchten.',
    not_offered: (due) => `Es kann nur der gesamte Betrag von ${due} gezahlt werden.`,
  },
  amount: {
    missing: 'Geben Sie den Betrag ein, den Sie zahlen möchten.',
    not_an_amount: (example) => `Geben Sie den Betrag in Ziffern ein, zum Beispiel ${example}.`,
    not_positive: 'Geben Sie einen Betrag über null ein.',
    too_many_digits: (example) => `Geben Sie nicht mehr Stellen ein als in ${example}.`,
    too_much: (most) => `Geben Sie höchstens ${most} ein, den gesamten fälligen Betrag.`,
    too_little: (least) => `Geben Sie mindestens ${least} ein.`,
    leaves_too_little: (all, most) =>
      `Zahlen Sie alles (${all}) oder höchstens ${most}: Sonst bliebe zu wenig offen.`,
  },
  method: {
    missing: 'Wählen Sie, wie Sie zahlen möchten.',
    not_offered: 'Wählen Sie einen der angebotenen Zahlungswege.',
    not_for_this_amount: 'Dieser Betrag kann auf diesem Weg nicht gezahlt werden.',
  },
}

const notPayable: Words['notPayable'] = {
  not_open: {
    invoice: {
      title: 'Diese Rechnung kann jetzt nicht bezahlt werden',
      text: 'Sie steht nicht zur Zahlung an. Im Moment müssen Sie nichts tun.',
    },
    estimate: {
      title: 'Zurzeit ist keine Anzahlung zu leisten',
      text: 'Eine Anzahlung ist möglich, sobald das Angebot angenommen ist.',
    },
  },
  void: {
    title: 'Es ist nichts zu zahlen',
    text: 'Das Dokument wurde storniert. Eine Zahlung ist nicht nötig.',
  },
  already_paid: {
    title: 'Das ist bereits bezahlt',
    text: 'Es ist nichts zu zahlen. Vielen Dank.',
  },
  processing: {
    title: 'Ihre Zahlung ist unterwegs',
    text: 'Sie müssen nicht noch einmal zahlen.',
  },
  resting: {
    title: 'Im Moment ist nichts zu zahlen',
    text: 'Nach der Erstattung wird keine Zahlung verlangt.',
  },
  offline: {
    title: 'Online-Zahlung ist hier nicht möglich',
    text: 'Bitte zahlen Sie auf einem anderen Weg oder wenden Sie sich an uns.',
  },
  no_method: {
    title: 'Online-Zahlung ist hier nicht möglich',
    text: 'Für diesen Betrag gibt es keinen passenden Online-Zahlungsweg. Bitte zahlen Sie auf einem anderen Weg oder wenden Sie sich an uns.',
  },
}

const handOver: Words['handOver'] = {
  title: (provider) => `Weiter zu ${provider}`,
  paying: (amount, business, about) => `Sie zahlen gleich ${amount} an ${business}: ${about}.`,
  byItself:
    'Ihr Browser leitet Sie automatisch weiter. Wenn nichts geschieht, nutzen Sie die Schaltfläche.',
  next: 'Wie es weitergeht',
  steps: {
    pay: (provider) =>
      `Sie zahlen auf der gesicherten Seite von ${provider}. Vorher wird nichts eingezogen.`,
    bank: 'Eine Bankzahlung dauert danach meist bis zu 4 Werktage.',
    back: 'Sie kommen hierher zurück und sehen, ob es geklappt hat.',
    receipt: 'Wir senden Ihnen eine Quittung per E-Mail, wenn das Geld angekommen ist.',
  },
}

const returned: Words['returned'] = {
  paid: {
    title: 'Zahlung erhalten',
    text: (amount, about) => `Wir haben ${amount} erhalten (${about}). Vielen Dank.`,
    next: 'Es ist nichts mehr zu zahlen.',
  },
  processing: {
    title: 'Ihre Zahlung ist unterwegs',
    bank: (amount) =>
      `Ihre Bankzahlung über ${amount} ist unterwegs. Das dauert meist bis zu 4 Werktage. Sie müssen nicht noch einmal zahlen.`,
    other: (amount, provider) =>
      `${provider} prüft Ihre Zahlung über ${amount} noch. Sie müssen nicht noch einmal zahlen.`,
    next: 'Sie müssen nichts weiter tun.',
  },
  not_finished: {
    title: 'Die Zahlung wurde nicht abgeschlossen',
    text: 'Es wurde kein Geld eingezogen.',
    next: 'Sie können es jederzeit noch einmal versuchen.',
  },
  declined: {
    title: 'Die Zahlung ist fehlgeschlagen',
    text: (amount) => `Die Zahlung über ${amount} wurde abgelehnt. Es wurde kein Geld eingezogen.`,
    bank: (amount) =>
      `Die Bankzahlung über ${amount} ist fehlgeschlagen. Es wurde nichts eingezogen.`,
    next: 'Versuchen Sie es noch einmal, wählen Sie einen anderen Zahlungsweg oder fragen Sie Ihre Bank.',
  },
  already_paid: {
    title: (about) => `${about} ist bereits bezahlt`,
    text: 'Es ist nichts mehr zu zahlen. Diesmal wurde kein Geld eingezogen.',
    moved: (amount) => `Es ist nichts mehr zu zahlen. Ihre Zahlung über ${amount} ist eingegangen.`,
    next: 'Sie müssen nichts tun.',
  },
  void: {
    title: (about) => `${about} wurde storniert`,
    text: 'Es ist nichts zu zahlen. Es wurde kein Geld eingezogen.',
    moved: (amount, business) =>
      `Ihre Zahlung über ${amount} ist danach eingegangen. ${business} wurde benachrichtigt und meldet sich bei Ihnen.`,
    next: 'Sie müssen nichts tun.',
  },
  changed: {
    title: 'Der Betrag hat sich geändert',
    text: (about) =>
      `${about} hat sich geändert, während Sie gezahlt haben. Es wurde kein Geld eingezogen.`,
    moved: (about, amount, business) =>
      `${about} hat sich geändert, während Sie gezahlt haben. Ihre Zahlung über ${amount} ist eingegangen; ${business} wurde benachrichtigt und meldet sich bei Ihnen.`,
    next: 'Sehen Sie nach, was jetzt zu zahlen ist, und zahlen Sie dann diesen Betrag.',
  },
  needs_review: {
    title: 'Wir prüfen Ihre Zahlung',
    text: (amount, business) =>
      `Ihre Zahlung über ${amount} muss von Hand geprüft werden. ${business} wurde benachrichtigt und meldet sich bei Ihnen.`,
    next: 'Falls Geld eingezogen wurde, ist es nicht verloren. Bitte zahlen Sie nicht noch einmal.',
  },
  confirming: {
    title: 'Wir warten auf die Bestätigung Ihrer Zahlung',
    text: 'Das dauert meist nur einige Sekunden. Diese Seite wird automatisch neu geladen.',
    over: 'Es dauert länger als sonst. Wir fragen weiter nach und senden Ihnen eine Quittung per E-Mail, wenn die Zahlung bestätigt ist.',
    next: 'Bitte zahlen Sie in der Zwischenzeit nicht noch einmal. Ob Geld eingezogen wurde, wissen wir noch nicht.',
  },
  unreachable: {
    title: (provider) => `Wir erreichen ${provider} gerade nicht`,
    text: 'Wenn Sie die Zahlung dort abgeschlossen haben, ist sie nicht verloren: Wir fragen automatisch noch einmal nach. Wenn nicht, wurde kein Geld eingezogen.',
    next: 'Rufen Sie diese Seite in einigen Minuten noch einmal auf, bevor Sie noch einmal zahlen.',
    byItself:
      'Diese Seite fragt automatisch noch einmal nach. Bitte zahlen Sie in der Zwischenzeit nicht noch einmal.',
  },
  left: (amount) => `Noch zu zahlen: ${amount}.`,
  mailed: 'Wir senden Ihnen eine Quittung per E-Mail.',
  openLink:
    'Um den aktuellen Stand zu sehen, öffnen Sie den Link in der Nachricht, die Sie von uns erhalten haben.',
}

const receipt: Words['receipt'] = {
  heading: (number) => `Quittung Nr. ${number}`,
  name: (number) => `Quittung ${number}`,
  title: (business) => (business ? `Quittung von ${business}` : 'Quittung'),
  receivedFrom: 'Erhalten von:',
  date: 'Datum:',
  method: 'Zahlungsart:',
  reference: 'Referenz:',
  for: { invoice: 'Für Rechnung:', estimate: 'Für Angebot:', credit_note: 'Für Gutschrift:' },
  sums: 'Zahlung',
  total: { invoice: 'Rechnungsbetrag', estimate: 'Angebotsbetrag', credit_note: 'Gesamtbetrag' },
  amount: 'Gezahlter Betrag',
  refundedOn: (date) => `Erstattet am ${date}`,
  kept: 'Gezahlt abzüglich Erstattungen',
  leftAfter: 'Nach dieser Zahlung offen',
  leftNow: (amount) => `Jetzt noch zu zahlen: ${amount}.`,
  received: (date) => `Erhalten am ${date}. Vielen Dank.`,
  refundedWhole: (date) => `Diese Zahlung wurde am ${date} erstattet.`,
  refundedPartly: (amount, date) => `Davon wurden ${amount} am ${date} erstattet.`,
  note: (about) => `gezahlt für: ${about}`,
}

const sandbox: Words['sandbox'] = {
  title: 'Testzahlung',
  brand: 'Sandbox Pay',
  banner: 'TESTMODUS',
  text: 'Diese Seite spielt einen Zahlungsanbieter. Hier fließt kein echtes Geld.',
  toPay: 'Betrag',
  choose: 'Was soll passieren?',
  outcomes: {
    paid: 'Zahlen',
    declined: 'Ablehnen',
    canceled: 'Abbrechen',
    pending: 'Später zahlen (in Bearbeitung)',
  },
  later: { paid: 'Eingehen lassen', declined: 'Fehlschlagen lassen' },
  states: {
    open: '',
    pending: 'Diese Zahlung ist in Bearbeitung, wie es eine Bankzahlung einige Tage lang ist.',
    paid: 'Das wurde bezahlt.',
    declined: 'Das wurde abgelehnt.',
    canceled: 'Das wurde abgebrochen.',
    expired: 'Diese Seite ist abgelaufen.',
  },
  back: 'Zurück zum Shop',
}

export const online: Words = {
  pay,
  methods,
  providers: { stripe: 'Stripe', square: 'Square', paypal: 'PayPal', sandbox: 'Sandbox Pay' },
  problems,
  notPayable,
  handOver,
  returned,
  receipt,
  sandbox,
  actions: {
    payNow: 'Jetzt zahlen',
    payDeposit: 'Anzahlung leisten',
    payAnother: 'Anderen Betrag zahlen',
    payAnotherWay: 'Auf anderem Weg zahlen',
    payRest: 'Rest zahlen',
    tryAgain: 'Erneut versuchen',
    checkAgain: 'Erneut prüfen',
    downloadReceipt: 'Quittung herunterladen',
    view: {
      invoice: 'Rechnung ansehen',
      estimate: 'Angebot ansehen',
      credit_note: 'Gutschrift ansehen',
    },
  },
  testMode: 'TESTMODUS: Es fließt kein echtes Geld.',
}

/** Everything that the pages around a payment say in Italian. */

import type { Labels } from '../en/pages.ts'
import { onDay } from './day.ts'

type Words = Labels['online']

const days = 'Di solito servono fino a 4 giorni lavorativi.'
const noneTaken = 'Non è stato addebitato alcun importo.'
const notAgain = 'Non occorre pagare di nuovo.'
const nothingDue = 'Non c’è altro da pagare.'

const pay: Words['pay'] = {
  title: {
    invoice: (number) => `Paga la fattura ${number}`,
    estimate: (number) => `Paga l’acconto del preventivo ${number}`,
    credit_note: (number) => `Nota di credito ${number}`,
  },
  dueNow: 'da pagare ora',
  howMuch: 'Quanto desidera pagare?',
  allDue: (amount) => `Tutto il dovuto: ${amount}`,
  another: 'Un altro importo',
  amount: (currency) => `Importo in ${currency}`,
  bounds: (least, most) => `Da ${least} a ${most}.`,
  leaves: (least) =>
    `Dopo non deve restare nulla da pagare, oppure devono restare almeno ${least}.`,
  howToPay: 'Come desidera pagare?',
  wrong: 'C’è un problema',
  errorTitle: (title) => `Errore: ${title}`,
  safety:
    'Il pagamento avviene sulla pagina sicura del gestore dei pagamenti. Non vediamo mai i dati della Sua carta o della Sua banca.',
  otherWays: 'Altri metodi di pagamento',
  receipts: 'Ricevute',
  unavailable: {
    title: 'Il pagamento online al momento non è disponibile.',
    text: `${noneTaken} Riprovi tra qualche minuto.`,
    instead: 'Oppure paghi nel modo descritto qui sotto.',
  },
}

const methods: Words['methods'] = {
  stripe_card: { label: 'Carta', hint: '' },
  square_card: { label: 'Carta', hint: '' },
  stripe_ach: {
    label: 'Addebito bancario (ACH)',
    hint: `Da un conto bancario negli USA. ${days}`,
  },
  paypal: { label: 'PayPal', hint: '' },
  sandbox: { label: 'Pagamento di prova', hint: 'Una pagina fittizia per fare prove.' },
}

const problems: Words['problems'] = {
  amount_choice: {
    missing: 'Scelga quanto pagare.',
    not_offered: (due) => `Si può pagare solo l’intero importo: ${due}.`,
  },
  amount: {
    missing: 'Inserisca l’importo da pagare.',
    not_an_amount: (example) => `Inserisca l’importo in cifre, come ${example}.`,
    not_positive: 'Inserisca un importo maggiore di zero.',
    too_many_digits: (example) => `Non inserisca più cifre che in ${example}.`,
    too_much: (most) => `Inserisca al massimo ${most}, tutto il dovuto.`,
    too_little: (least) => `Inserisca almeno ${least}.`,
    leaves_too_little: (all, most) =>
      `Paghi tutto (${all}) o al massimo ${most}: altrimenti resterebbe troppo poco.`,
  },
  method: {
    missing: 'Scelga come pagare.',
    not_offered: 'Scelga uno dei metodi di pagamento proposti.',
    not_for_this_amount: 'Questo importo non si può pagare in questo modo.',
  },
}

const notPayable: Words['notPayable'] = {
  not_open: {
    invoice: {
      title: 'Questa fattura ora non può essere pagata',
      text: 'Non è aperta al pagamento. Al momento non Le è richiesto nulla.',
    },
    estimate: {
      title: 'Ora non c’è un acconto da pagare',
      text: 'Un acconto si può pagare una volta approvato il preventivo.',
    },
  },
  void: {
    title: 'Non c’è nulla da pagare',
    text: 'Il documento è stato annullato. Non occorre alcun pagamento.',
  },
  already_paid: { title: 'Già pagato', text: 'Non c’è nulla da pagare. Grazie.' },
  processing: { title: 'Il Suo pagamento è in elaborazione', text: notAgain },
  resting: {
    title: 'Al momento non c’è nulla da pagare',
    text: 'Dopo il rimborso non è richiesto alcun pagamento.',
  },
  offline: {
    title: 'Qui non è possibile pagare online',
    text: 'La preghiamo di pagare in un altro modo o di contattarci.',
  },
  no_method: {
    title: 'Qui non è possibile pagare online',
    text: 'Nessun metodo di pagamento online è adatto a questo importo. La preghiamo di pagare in un altro modo o di contattarci.',
  },
}

const handOver: Words['handOver'] = {
  title: (provider) => `Continua su ${provider}`,
  paying: (amount, business, about) =>
    `Sta per pagare ${amount} (${about}). Destinatario: ${business}.`,
  byItself: 'Il browser La reindirizza automaticamente. Se non succede nulla, usi il pulsante.',
  next: 'Che cosa succede dopo',
  steps: {
    pay: (provider) =>
      `Il pagamento avviene sulla pagina sicura di ${provider}. Prima non viene addebitato nulla.`,
    bank: 'Per un pagamento bancario servono poi di solito fino a 4 giorni lavorativi.',
    back: 'Torna qui e vede se il pagamento è riuscito.',
    receipt: 'Le invieremo una ricevuta per e-mail quando il denaro sarà arrivato.',
  },
}

const returned: Words['returned'] = {
  paid: {
    title: 'Pagamento ricevuto',
    text: (amount, about) => `Abbiamo ricevuto ${amount} (${about}). Grazie.`,
    next: nothingDue,
  },
  processing: {
    title: 'Il Suo pagamento è in elaborazione',
    bank: (amount) =>
      `Il Suo pagamento bancario di ${amount} è in elaborazione. ${days} ${notAgain}`,
    other: (amount, provider) =>
      `${provider} sta ancora verificando il Suo pagamento di ${amount}. ${notAgain}`,
    next: 'Non deve fare altro.',
  },
  not_finished: {
    title: 'Il pagamento non è stato completato',
    text: noneTaken,
    next: 'Può riprovare quando vuole.',
  },
  declined: {
    title: 'Il pagamento non è andato a buon fine',
    text: (amount) => `Il pagamento di ${amount} è stato rifiutato. ${noneTaken}`,
    bank: (amount) =>
      `Il pagamento bancario di ${amount} non è andato a buon fine. Non è stato addebitato nulla.`,
    next: 'Riprovi, scelga un altro metodo di pagamento o chieda alla Sua banca.',
  },
  already_paid: {
    title: (about) => `Già pagato: ${about}`,
    text: `${nothingDue} Questa volta non è stato addebitato alcun importo.`,
    moved: (amount) => `${nothingDue} Il Suo pagamento di ${amount} è stato ricevuto.`,
    next: 'Non deve fare nulla.',
  },
  void: {
    title: (about) => `Documento annullato: ${about}`,
    text: `Non c’è nulla da pagare. ${noneTaken}`,
    moved: (amount, business) =>
      `Il Suo pagamento di ${amount} è stato ricevuto dopo l’annullamento. ${business} ha ricevuto l’avviso e La contatterà.`,
    next: 'Non deve fare nulla.',
  },
  changed: {
    title: 'L’importo è cambiato',
    text: (about) => `Il documento (${about}) è cambiato durante il pagamento. ${noneTaken}`,
    moved: (about, amount, business) =>
      `Il documento (${about}) è cambiato durante il pagamento. Il Suo pagamento di ${amount} è stato ricevuto; ${business} ha ricevuto l’avviso e La contatterà.`,
    next: 'Verifichi quanto è dovuto ora, poi paghi quell’importo.',
  },
  needs_review: {
    title: 'Stiamo esaminando il Suo pagamento',
    text: (amount, business) =>
      `Qualcosa nel Suo pagamento di ${amount} deve essere controllato da una persona. ${business} ha ricevuto l’avviso e La contatterà.`,
    next: 'Se un importo è stato addebitato, non è perso. La preghiamo di non pagare di nuovo.',
  },
  confirming: {
    title: 'Stiamo confermando il Suo pagamento',
    text: 'Di solito servono pochi secondi. Questa pagina si aggiorna da sola.',
    over: 'Ci vuole più del solito. Continuiamo a verificare e Le invieremo una ricevuta per e-mail quando il pagamento sarà confermato.',
    next: 'Nel frattempo La preghiamo di non pagare di nuovo. Non sappiamo ancora se sia stato addebitato un importo.',
  },
  unreachable: {
    title: (provider) => `Al momento non riusciamo a raggiungere ${provider}`,
    text: 'Se lì ha concluso il pagamento, non è perso: verifichiamo di nuovo automaticamente. Se non l’ha concluso, non è stato addebitato alcun importo.',
    next: 'Torni su questa pagina tra qualche minuto, prima di pagare ancora.',
    byItself:
      'Questa pagina verifica di nuovo da sola. Nel frattempo La preghiamo di non pagare di nuovo.',
  },
  left: (amount) => `Ancora da pagare: ${amount}.`,
  mailed: 'Le invieremo una ricevuta per e-mail.',
  openLink: 'Per vedere la situazione attuale, apra il link nel messaggio che ha ricevuto da noi.',
}

const receipt: Words['receipt'] = {
  heading: (number) => `Ricevuta n. ${number}`,
  name: (number) => `Ricevuta ${number}`,
  title: (business) => (business ? `Ricevuta di ${business}` : 'Ricevuta'),
  receivedFrom: 'Ricevuto da:',
  date: 'Data:',
  method: 'Metodo di pagamento:',
  reference: 'Riferimento:',
  for: {
    invoice: 'Per la fattura:',
    estimate: 'Per il preventivo:',
    credit_note: 'Per la nota di credito:',
  },
  sums: 'Pagamento',
  total: {
    invoice: 'Totale della fattura',
    estimate: 'Totale del preventivo',
    credit_note: 'Totale',
  },
  amount: 'Importo pagato',
  refundedOn: (date) => `Rimborsato ${onDay(date)}`,
  kept: 'Importo pagato al netto dei rimborsi',
  leftAfter: 'Da pagare dopo questo pagamento',
  leftNow: (amount) => `Ancora da pagare ora: ${amount}.`,
  received: (date) => `Ricevuto ${onDay(date)}. Grazie.`,
  refundedWhole: (date) => `Questo pagamento è stato rimborsato ${onDay(date)}.`,
  refundedPartly: (amount, date) => `Rimborso parziale di ${amount} ${onDay(date)}.`,
  note: (about) => `pagato (${about})`,
}

const sandbox: Words['sandbox'] = {
  title: 'Pagamento di prova',
  brand: 'Sandbox Pay',
  banner: 'MODALITÀ DI PROVA',
  text: 'Questa pagina fa la parte di un gestore di pagamenti. Qui non si muove denaro vero.',
  toPay: 'Importo',
  choose: 'Che cosa deve succedere?',
  outcomes: {
    paid: 'Paga',
    declined: 'Rifiuta',
    canceled: 'Annulla',
    pending: 'Paga più tardi (in sospeso)',
  },
  later: { paid: 'Fai riuscire', declined: 'Fai fallire' },
  states: {
    open: '',
    pending: 'Questo pagamento è in sospeso, come lo è un bonifico per alcuni giorni.',
    paid: 'Questo pagamento è stato effettuato.',
    declined: 'Questo pagamento è stato rifiutato.',
    canceled: 'Questo pagamento è stato annullato.',
    expired: 'Questa pagina è scaduta.',
  },
  back: 'Torna al negozio',
}

export const online: Words = {
  pay,
  methods,
  providers: {
    stripe: 'Stripe',
    square: 'Square',
    paypal: 'PayPal',
    sandbox: 'Sandbox Pay',
  },
  problems,
  notPayable,
  handOver,
  returned,
  receipt,
  sandbox,
  actions: {
    payNow: 'Paga ora',
    payDeposit: 'Paga l’acconto',
    payAnother: 'Paga un altro importo',
    payAnotherWay: 'Paga in un altro modo',
    payRest: 'Paga il resto',
    tryAgain: 'Riprova',
    checkAgain: 'Controlla di nuovo',
    downloadReceipt: 'Scarica ricevuta',
    view: {
      invoice: 'Vedi fattura',
      estimate: 'Vedi preventivo',
      credit_note: 'Vedi nota di credito',
    },
  },
  testMode: 'MODALITÀ DI PROVA: non si muove denaro vero.',
}

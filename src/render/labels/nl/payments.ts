/** Everything that the pages around a payment say in Dutch. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['online']

const days = 'Dat duurt meestal maximaal 4 werkdagen.'
const noneTaken = 'Er is geen geld afgeschreven.'
const notAgain = 'U hoeft niet opnieuw te betalen.'

const pay: Words['pay'] = {
  title: {
    invoice: (number) => `Factuur ${number} betalen`,
    estimate: (number) => `Aanbetaling voor offerte ${number} doen`,
    credit_note: (number) => `Creditnota ${number}`,
  },
  dueNow: 'nu te betalen',
  howMuch: 'Hoeveel wilt u betalen?',
  allDue: (amount) => `Het hele openstaande bedrag: ${amount}`,
  another: 'Een ander bedrag',
  amount: (currency) => `Bedrag in ${currency}`,
  bounds: (least, most) => `Van ${least} tot ${most}.`,
  leaves: (least) => `Daarna mag er niets meer openstaan, of minstens ${least}.`,
  howToPay: 'Hoe wilt u betalen?',
  wrong: 'Er is een probleem',
  errorTitle: (title) => `Fout: ${title}`,
  safety:
    'U betaalt op de beveiligde pagina van de betaaldienst. Wij zien uw kaart- of bankgegevens nooit.',
  otherWays: 'Andere manieren om te betalen',
  receipts: 'Betaalbewijzen',
  unavailable: {
    title: 'Online betalen kan nu niet.',
    text: `${noneTaken} Probeer het over een paar minuten opnieuw.`,
    instead: 'Of betaal op de manier die hieronder staat.',
  },
}

const methods: Words['methods'] = {
  stripe_card: { label: 'Kaart', hint: '' },
  square_card: { label: 'Kaart', hint: '' },
  stripe_ach: {
    label: 'Bankoverschrijving (ACH)',
    hint: `Van een Amerikaanse bankrekening. ${days}`,
  },
  paypal: { label: 'PayPal', hint: '' },
  sandbox: { label: 'Testbetaling', hint: 'Een verzonnen pagina om dingen uit te proberen.' },
}

const problems: Words['problems'] = {
  amount_choice: {
    missing: 'Kies hoeveel u wilt betalen.',
    not_offered: (due) => `Alleen het hele bedrag kan worden betaald: ${due}.`,
  },
  amount: {
    missing: 'Vul het bedrag in dat u wilt betalen.',
    not_an_amount: (example) => `Vul het bedrag in cijfers in, zoals ${example}.`,
    not_positive: 'Vul een bedrag boven nul in.',
    too_many_digits: (example) => `Vul niet meer cijfers in dan in ${example}.`,
    too_much: (most) => `Vul hoogstens ${most} in, het hele openstaande bedrag.`,
    too_little: (least) => `Vul minstens ${least} in.`,
    leaves_too_little: (all, most) =>
      `Betaal alles (${all}) of hoogstens ${most}: anders zou er te weinig overblijven.`,
  },
  method: {
    missing: 'Kies hoe u wilt betalen.',
    not_offered: 'Kies een van de aangeboden manieren om te betalen.',
    not_for_this_amount: 'Dit bedrag kan niet op deze manier worden betaald.',
  },
}

const notPayable: Words['notPayable'] = {
  not_open: {
    invoice: {
      title: 'Deze factuur kan nu niet worden betaald',
      text: 'Deze factuur staat niet open voor betaling. U hoeft op dit moment niets te doen.',
    },
    estimate: {
      title: 'Er is nu geen aanbetaling te doen',
      text: 'Een aanbetaling kan zodra de offerte is goedgekeurd.',
    },
  },
  void: {
    title: 'Er is niets te betalen',
    text: 'Dit document is geannuleerd. Betalen is niet nodig.',
  },
  already_paid: { title: 'Dit is al betaald', text: 'Er is niets te betalen. Dank u wel.' },
  processing: { title: 'Uw betaling is onderweg', text: notAgain },
  resting: {
    title: 'Op dit moment niets te betalen',
    text: 'Na de terugbetaling wordt geen betaling gevraagd.',
  },
  offline: {
    title: 'Dit kan niet online worden betaald',
    text: 'Betaal op een andere manier of neem contact met ons op.',
  },
  no_method: {
    title: 'Dit kan niet online worden betaald',
    text: 'Geen enkele manier van online betalen past bij dit bedrag. Betaal op een andere manier of neem contact met ons op.',
  },
}

const handOver: Words['handOver'] = {
  title: (provider) => `Verder naar ${provider}`,
  paying: (amount, business, about) =>
    `U staat op het punt ${amount} te betalen aan ${business} voor ${about}.`,
  byItself: 'U wordt automatisch doorgestuurd. Gebeurt er niets, gebruik dan de knop.',
  next: 'Wat er daarna gebeurt',
  steps: {
    pay: (provider) =>
      `U betaalt op de beveiligde pagina van ${provider}. Daarvóór wordt niets afgeschreven.`,
    bank: 'Een bankbetaling duurt daarna meestal maximaal 4 werkdagen.',
    back: 'U komt hier terug en ziet of het is gelukt.',
    receipt: 'Wij mailen u een betaalbewijs zodra het geld is ontvangen.',
  },
}

const returned: Words['returned'] = {
  paid: {
    title: 'Betaling ontvangen',
    text: (amount, about) => `Wij hebben ${amount} ontvangen voor ${about}. Dank u wel.`,
    next: 'Er is niets meer te betalen.',
  },
  processing: {
    title: 'Uw betaling is onderweg',
    bank: (amount) => `Uw bankbetaling van ${amount} is onderweg. ${days} ${notAgain}`,
    other: (amount, provider) =>
      `${provider} controleert uw betaling van ${amount} nog. ${notAgain}`,
    next: 'U hoeft verder niets te doen.',
  },
  not_finished: {
    title: 'De betaling is niet voltooid',
    text: noneTaken,
    next: 'U kunt het opnieuw proberen wanneer u wilt.',
  },
  declined: {
    title: 'De betaling is niet gelukt',
    text: (amount) => `De betaling van ${amount} is geweigerd. ${noneTaken}`,
    bank: (amount) => `De bankbetaling van ${amount} is niet gelukt. Er is niets geïnd.`,
    next: 'Probeer het opnieuw, kies een andere betaalwijze of vraag uw bank ernaar.',
  },
  already_paid: {
    title: (about) => `${about} is al betaald`,
    text: 'Er is niets meer te betalen. Er is deze keer geen geld afgeschreven.',
    moved: (amount) => `Er is niets meer te betalen. Uw betaling van ${amount} is ontvangen.`,
    next: 'U hoeft niets te doen.',
  },
  void: {
    title: (about) => `${about} is geannuleerd`,
    text: `Er is niets te betalen. ${noneTaken}`,
    moved: (amount, business) =>
      `Uw betaling van ${amount} is daarna ontvangen. ${business} heeft bericht gekregen en neemt contact met u op.`,
    next: 'U hoeft niets te doen.',
  },
  changed: {
    title: 'Het bedrag is gewijzigd',
    text: (about) => `${about} is gewijzigd terwijl u betaalde. ${noneTaken}`,
    moved: (about, amount, business) =>
      `${about} is gewijzigd terwijl u betaalde. Uw betaling van ${amount} is ontvangen; ${business} heeft bericht gekregen en neemt contact met u op.`,
    next: 'Kijk wat er nu te betalen is, en betaal dan dat bedrag.',
  },
  needs_review: {
    title: 'Wij controleren uw betaling',
    text: (amount, business) =>
      `Uw betaling van ${amount} moet handmatig worden gecontroleerd. ${business} heeft bericht gekregen en neemt contact met u op.`,
    next: 'Als er geld is afgeschreven, is het niet verloren. Betaal alstublieft niet opnieuw.',
  },
  confirming: {
    title: 'Wij wachten op bevestiging van uw betaling',
    text: 'Dat duurt meestal een paar seconden. Deze pagina wordt automatisch vernieuwd.',
    over: 'Het duurt langer dan gewoonlijk. Wij blijven het navragen en mailen u een betaalbewijs zodra de betaling is bevestigd.',
    next: 'Betaal intussen alstublieft niet opnieuw. Wij weten nog niet of er geld is afgeschreven.',
  },
  unreachable: {
    title: (provider) => `Wij kunnen ${provider} nu niet bereiken`,
    text: 'Hebt u de betaling daar afgerond, dan is die niet verloren: wij vragen het automatisch opnieuw na. Zo niet, dan is er geen geld afgeschreven.',
    next: 'Kijk over een paar minuten opnieuw op deze pagina, voordat u opnieuw betaalt.',
    byItself:
      'Deze pagina vraagt het automatisch opnieuw na. Betaal intussen alstublieft niet opnieuw.',
  },
  left: (amount) => `Er is nog ${amount} te betalen.`,
  mailed: 'Wij mailen u een betaalbewijs.',
  openLink:
    'Open de link in het bericht dat u van ons hebt ontvangen om te zien hoe het ervoor staat.',
}

const receipt: Words['receipt'] = {
  heading: (number) => `Betaalbewijs nr. ${number}`,
  name: (number) => `Betaalbewijs ${number}`,
  title: (business) => (business ? `Betaalbewijs van ${business}` : 'Betaalbewijs'),
  receivedFrom: 'Ontvangen van:',
  date: 'Datum:',
  method: 'Betaalwijze:',
  reference: 'Referentie:',
  for: { invoice: 'Bij factuur:', estimate: 'Bij offerte:', credit_note: 'Bij creditnota:' },
  sums: 'Betaling',
  total: { invoice: 'Factuurtotaal', estimate: 'Offertetotaal', credit_note: 'Totaal' },
  amount: 'Betaald bedrag',
  refundedOn: (date) => `Terugbetaald op ${date}`,
  kept: 'Betaald na aftrek van terugbetalingen',
  leftAfter: 'Nog te betalen na deze betaling',
  leftNow: (amount) => `Er is nu nog ${amount} te betalen.`,
  received: (date) => `Ontvangen op ${date}. Dank u wel.`,
  refundedWhole: (date) => `Deze betaling is terugbetaald op ${date}.`,
  refundedPartly: (amount, date) => `Daarvan is ${amount} terugbetaald op ${date}.`,
  note: (about) => `betaald voor ${about}`,
}

const sandbox: Words['sandbox'] = {
  title: 'Testbetaling',
  brand: 'Sandbox Pay',
  banner: 'TESTMODUS',
  text: 'Deze pagina speelt de rol van een betaaldienst. Hier gaat geen echt geld om.',
  toPay: 'Bedrag',
  choose: 'Wat moet er gebeuren?',
  outcomes: {
    paid: 'Betalen',
    declined: 'Weigeren',
    canceled: 'Annuleren',
    pending: 'Later betalen (in behandeling)',
  },
  later: { paid: 'Laten slagen', declined: 'Laten mislukken' },
  states: {
    open: '',
    pending: 'Deze betaling is in behandeling, zoals een overschrijving enkele dagen is.',
    paid: 'Dit is betaald.',
    declined: 'Dit is geweigerd.',
    canceled: 'Dit is geannuleerd.',
    expired: 'Deze pagina is verlopen.',
  },
  back: 'Terug naar de winkel',
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
    payNow: 'Nu betalen',
    payDeposit: 'Aanbetaling doen',
    payAnother: 'Ander bedrag betalen',
    payAnotherWay: 'Op een andere manier betalen',
    payRest: 'Rest betalen',
    tryAgain: 'Opnieuw proberen',
    checkAgain: 'Opnieuw controleren',
    downloadReceipt: 'Betaalbewijs downloaden',
    view: {
      invoice: 'Factuur bekijken',
      estimate: 'Offerte bekijken',
      credit_note: 'Creditnota bekijken',
    },
  },
  testMode: 'TESTMODUS: er gaat geen echt geld om.',
}

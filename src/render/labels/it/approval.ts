/** Everything that the pages around approving and declining say in Italian. */

import { plural } from '../../plural.ts'
import type { Labels } from '../en/pages.ts'
import { onDay } from './day.ts'

type Words = Labels['approval']

const approve: Words['approve'] = {
  title: (about) => `Approvazione: ${about}`,
  intro: 'La preghiamo di controllare i dati. La firma è in fondo a questa pagina.',
  sign: 'Approva e firma',
  name: 'Il Suo nome completo',
  how: 'Come desidera firmare?',
  typed: { label: 'Scrivere il mio nome', hint: 'Il Suo nome qui sopra è la Sua firma.' },
  drawn: { label: 'Disegnare la mia firma', hint: 'Con il mouse, una penna o un dito.' },
  typedOnly: 'Il Suo nome, così come lo scrive qui, è la Sua firma.',
  pad: {
    title: 'La Sua firma',
    canvas: 'Area in cui disegnare la firma. Se non può disegnare, scriva invece il Suo nome.',
    undo: 'Annulla tratto',
    clear: 'Cancella tutto',
    full: 'Non c’è più spazio. Annulli un tratto o cancelli tutto per disegnare di nuovo.',
    waiting:
      'L’area di disegno ha bisogno di JavaScript. Se non compare, scelga di scrivere il Suo nome.',
    only: {
      canvas:
        'Area in cui disegnare la firma. Se non può disegnare, ci contatti per firmare su carta.',
      waiting:
        'L’area di disegno ha bisogno di JavaScript. Se non compare, ci contatti per firmare su carta.',
    },
  },
  next: {
    title: 'Quando approva',
    told: (business) => `${business} riceve subito un avviso.`,
    mailed: 'Le inviamo per e-mail una copia firmata.',
    download: 'Può scaricare una copia firmata.',
    deposit: (amount) =>
      `È dovuto un acconto di ${amount}. In questa pagina non viene addebitato nulla.`,
    free: 'Non viene addebitato nulla.',
  },
}

const decline: Words['decline'] = {
  title: (about) => `Rifiuto: ${about}`,
  text: (business) =>
    `${business} riceve l’avviso del Suo rifiuto, con il motivo se lo indica. In tal caso non c’è nulla da pagare.`,
  reason: 'Motivo (facoltativo)',
  hint: plural('it', {
    one: 'Fino a # carattere.',
    many: 'Fino a # di caratteri.',
    other: 'Fino a # caratteri.',
  }),
}

const problems: Words['problems'] = {
  signer_name: {
    missing: 'Inserisca il Suo nome completo.',
    unfit: 'Il nome contiene caratteri che non si possono mostrare. La preghiamo di riscriverlo.',
    a_link: 'Inserisca il Suo nome, non un link.',
    a_card: 'Inserisca il Suo nome, non un numero di carta.',
    too_long: plural('it', {
      one: 'Accorci il nome a # carattere.',
      many: 'Accorci il nome a # di caratteri.',
      other: 'Accorci il nome a # caratteri.',
    }),
  },
  signature_kind: {
    missing: 'Scelga come firmare.',
    not_offered: 'Scelga uno dei modi di firmare proposti.',
    changed:
      'Il modo di firmare è cambiato. La preghiamo di firmare come questa pagina chiede ora.',
  },
  signature: {
    missing: 'Disegni la Sua firma o scelga di scriverla.',
    empty: 'Il disegno è vuoto. Disegni la Sua firma o scelga di scriverla.',
    not_an_image:
      'Il disegno non ci è arrivato per intero. La preghiamo di disegnare di nuovo la firma o di scegliere di scriverla.',
    too_big:
      'Il disegno è troppo grande. La preghiamo di disegnare di nuovo la firma con meno tratti o di scegliere di scriverla.',
  },
  drawing: {
    missing: 'Disegni la Sua firma.',
    empty: 'Il disegno è vuoto. Disegni la Sua firma.',
    not_an_image:
      'Il disegno non ci è arrivato per intero. La preghiamo di disegnare di nuovo la firma.',
    too_big:
      'Il disegno è troppo grande. La preghiamo di disegnare di nuovo la firma con meno tratti.',
  },
  consent: { missing: 'Spunti la casella per accettare di firmare elettronicamente.' },
  reason: {
    unfit: 'Il motivo contiene caratteri che non si possono mostrare. La preghiamo di riscriverlo.',
    too_long: plural('it', {
      one: 'Accorci il motivo a # carattere.',
      many: 'Accorci il motivo a # di caratteri.',
      other: 'Accorci il motivo a # caratteri.',
    }),
  },
}

const closed: Words['closed'] = {
  approved: {
    title: 'Questo preventivo è già approvato',
    text: 'Resta come è stato approvato. Ora non è stato modificato nulla.',
  },
  invoiced: {
    title: 'Questo preventivo è già approvato',
    text: 'Ora non è stato modificato nulla.',
  },
  declined: {
    title: 'Questo preventivo è già stato rifiutato',
    text: 'Ha cambiato idea? Ci contatti.',
  },
  expired: {
    title: 'Questo preventivo è scaduto',
    text: 'Non può più essere approvato né rifiutato. Può chiedere un aggiornamento.',
  },
  void: {
    title: 'Questo preventivo è stato annullato',
    text: 'Non c’è nulla da pagare.',
  },
  draft: {
    title: 'Questo preventivo non è ancora stato inviato',
    text: 'Potrà essere approvato o rifiutato una volta inviato.',
  },
  view_only: {
    title: 'Questo link serve solo per la consultazione',
    text: 'Per approvare o rifiutare, usi il link del messaggio inviato alla persona a cui il preventivo è destinato, oppure ci contatti.',
  },
  preview: {
    title: 'Questa è la Sua anteprima',
    text: 'Solo il cliente può approvare o rifiutare, con il link che gli è stato inviato.',
  },
}

const states: Words['states'] = {
  approvedBy: (name, date) => `Approvato da ${name} ${onDay(date)}.`,
  paper: 'È stato firmato su carta.',
  copyTo: (address) => `Una copia firmata viene inviata per e-mail a ${address}.`,
  ownLink: 'La fattura arriva con un link proprio.',
  declinedOn: (date) => `Rifiutato ${onDay(date)}.`,
  told: (business) => `${business} ha ricevuto l’avviso.`,
  viewOnly: 'Questo link serve solo per la consultazione.',
  newer: (date) =>
    `Una versione precedente è stata approvata ${onDay(date)}. Questa è più recente: La preghiamo di controllarla e di approvarla o rifiutarla.`,
  expiredNext: (business) =>
    `Non può più essere approvato. ${business} può dirLe che cosa vale ora.`,
  readOnly: (business) => `Per approvare o rifiutare, contatti ${business}.`,
}

export const approval: Words = {
  approve,
  decline,
  problems,
  changed: {
    title: 'Questo preventivo è cambiato',
    text: (business) =>
      `${business} ha modificato il preventivo mentre Lei lo stava consultando. Non è stato approvato né rifiutato nulla. Qui sotto c’è il preventivo com’è ora: La preghiamo di controllarlo di nuovo.`,
  },
  unsaved: {
    title: 'Al momento non è stato possibile salvare',
    text: 'Non è stato approvato né rifiutato nulla. Quanto ha inserito è ancora qui: La preghiamo di riprovare tra un minuto.',
  },
  closed,
  states,
  actions: {
    approve: 'Approva',
    decline: 'Rifiuta',
    back: 'Torna al preventivo',
    downloadSigned: 'Scarica copia firmata',
    renew: 'Ricevi un nuovo link',
  },
}

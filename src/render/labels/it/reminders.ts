import type { MailLabels } from '../en/mail.ts'
import { onDay, toDay } from './day.ts'

type Words = MailLabels['reminders']

const invoice: Words['invoice'] = {
  ahead: (date) => `Un breve promemoria: questa fattura scade ${onDay(date)}.`,
  friendly: (date) =>
    `Forse Le è sfuggito: questa fattura è scaduta ${onDay(date)}. Le saremmo grati se potesse pagarla nei prossimi giorni.`,
  plain: (date) =>
    `Questa fattura è scaduta ${onDay(date)} e non risulta ancora saldata. La preghiamo di pagarla ora.`,
  last: (date) =>
    `Questa fattura è scaduta ${onDay(date)} e non abbiamo ricevuto il Suo pagamento. La preghiamo di pagarla oggi, oppure di dirci che cosa Glielo impedisce: troveremo una soluzione.`,
  unseen: 'Nel caso la nostra e-mail precedente non Le fosse arrivata: ecco di nuovo la fattura.',
  seen: 'Se qualcosa nella fattura non è chiaro, risponda a questa e-mail e Le daremo una risposta.',
  crossed: 'Se il Suo pagamento è già in arrivo, grazie; allora non c’è altro da fare.',
}

const estimate: Words['estimate'] = {
  friendly: 'Le abbiamo inviato questo preventivo e saremmo lieti di sapere che cosa ne pensa.',
  plain: 'Questo preventivo attende ancora la Sua risposta.',
  last: 'Questo preventivo attende ancora la Sua risposta. Qualunque sia la Sua decisione, può comunicarcela nella pagina del preventivo con due clic, e non Le scriveremo più in proposito.',
  until: (date) => `Può approvarlo fino ${toDay(date)}.`,
  unseen:
    'Nel caso la nostra e-mail precedente non Le fosse arrivata: ecco di nuovo il preventivo.',
  seen: 'Se ha una domanda o desidera qualche modifica, risponda a questa e-mail.',
}

/** What reminders and nudges say in Italian. */
export const reminders: Words = {
  subject: (subject) => `Promemoria: ${subject}`,
  wasDue: (amount, date) => `${amount}, scaduta ${onDay(date)}`,
  invoice,
  estimate,
  stop: {
    why: 'Riceve questo promemoria perché il documento è ancora in sospeso.',
    label: 'Interrompi i promemoria',
  },
}

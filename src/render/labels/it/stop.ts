import type { Labels } from '../en/pages.ts'

/** The page behind the link that stops reminders, in Italian. */
export const stop: Labels['stop'] = {
  title: 'Interrompi i promemoria',
  asks: (about) => `Ha ricevuto un promemoria (${about}). Qui può interrompere queste e-mail.`,
  document: (about) => `Interrompi i promemoria su: ${about}`,
  customer: (business) =>
    business ? `Interrompi tutti i promemoria di ${business}` : 'Interrompi tutti i promemoria',
  stillComes:
    'Fatture, preventivi e ricevute continueranno ad arrivarLe; si interrompono solo i promemoria.',
  stopped: {
    title: 'I promemoria sono interrotti',
    document: (about) => `Non riceverà altri promemoria su questo documento: ${about}.`,
    customer: (business) =>
      business ? `Non riceverà altri promemoria di ${business}.` : 'Non riceverà altri promemoria.',
  },
  changedMind: 'Ha cambiato idea? Ce lo dica e li riattiveremo.',
  missing: 'Scelga quali promemoria interrompere.',
}

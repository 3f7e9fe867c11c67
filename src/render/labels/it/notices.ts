/** Pages that stand for a document that cannot be shown, in Italian. */

import type { Labels } from '../en/pages.ts'
import { onDay } from './day.ts'

const newest = 'Apra il link nel messaggio più recente che ha ricevuto.'
const onFile = 'Ci chieda un nuovo link; verrà inviato all’indirizzo che abbiamo registrato.'
const mailbox = [
  'Controlli la posta tra qualche minuto, anche nella cartella dello spam.',
  'Se non arriva nulla, forse abbiamo registrato un altro indirizzo: ci contatti.',
]

export const notices: Labels['notices'] = {
  unknown: {
    title: 'Questo link non funziona',
    text: 'Potrebbe essere incompleto o essere stato sostituito.',
    steps: [
      newest,
      'Se l’ha copiato, lo copi per intero, senza spazi né punti alla fine.',
      'Se ancora non funziona, ci chieda un nuovo link.',
    ],
  },
  revoked: {
    title: 'Questo link non funziona',
    text: 'Potrebbe essere incompleto o essere stato sostituito.',
    steps: [newest, 'Se non ce n’è alcuno, ci chieda un nuovo link.'],
  },
  expired_link: {
    title: 'Questo link è scaduto',
    text: 'Per la Sua sicurezza, i link funzionano per un tempo limitato. Il documento stesso è ancora qui.',
    steps: [onFile],
  },
  expired_history: {
    title: 'Questo link è scaduto',
    text: 'Per la Sua sicurezza, un link al Suo storico funziona solo per poco tempo.',
    steps: [onFile],
  },
  renewed: {
    title: 'Controlli la Sua posta',
    text: 'Se questo link è mai stato valido, ne abbiamo inviato uno nuovo all’indirizzo registrato, purché il documento esista ancora e al massimo una volta all’ora. Se era di un preventivo scaduto, ci è stato chiesto di aggiornarlo.',
    steps: mailbox,
  },
  history_sent: {
    title: 'Controlli la Sua posta',
    text: 'Per la Sua sicurezza, il Suo storico si apre con un link proprio. Se abbiamo un Suo indirizzo e-mail, il link sta per arrivarLe, a meno che non ne sia già stato inviato uno nell’ultima ora. Funziona per un tempo limitato.',
    steps: mailbox,
  },
  too_many: {
    title: 'Troppi tentativi',
    text: 'Dalla Sua rete sono state richieste troppe pagine in poco tempo. Non è stato modificato nulla.',
    steps: ['Attenda dieci minuti, poi apra di nuovo il link.'],
  },
  error: {
    title: 'Si è verificato un errore da parte nostra',
    text: 'Non è stato possibile mostrare questa pagina. Non è stato trasferito alcun importo.',
    steps: [
      'Riprovi tra qualche minuto.',
      'Se succede di nuovo, ci comunichi il codice di riferimento riportato sotto.',
    ],
  },
  unavailable: {
    title: 'Questa pagina al momento non è disponibile',
    text: 'Ce ne stiamo occupando. Non è stato trasferito alcun importo.',
    steps: ['Riprovi tra qualche minuto. Il link resta lo stesso.'],
  },
  resting: {
    title: 'Al momento non è possibile',
    text: 'Il Suo documento si può ancora leggere: la pagina e il PDF sono disponibili. Se ha appena pagato, non paghi di nuovo: il pagamento comparirà presto sulla pagina.',
    steps: [
      'Torni indietro e riprovi tra qualche minuto. Il link resta lo stesso.',
      'Se non può aspettare, ci telefoni o ci scriva.',
    ],
  },
}

export const renewal: Labels['renewal'] = {
  replaced: {
    title: 'Questo link è stato sostituito',
    text: (date) => `Una versione più recente è stata inviata ${onDay(date)}.`,
  },
  newest,
  renew: 'Se non lo trova, si faccia inviare un nuovo link all’indirizzo che abbiamo registrato.',
}

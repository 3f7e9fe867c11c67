/** Everything that the signed copy of an estimate says in Italian. */

import type { Labels } from '../en/pages.ts'
import { onDay } from './day.ts'

type Words = Labels['certificate']

const signature: Words['signature'] = {
  title: {
    typed: 'Firmato elettronicamente',
    drawn: 'Firmato elettronicamente',
    paper: 'Firmato su carta',
    owner: 'Approvato',
  },
  kinds: {
    typed: 'Firma scritta: chi ha firmato ha scritto questo nome per firmare.',
    drawn: 'Firma disegnata: chi ha firmato l’ha disegnata sulla pagina.',
    paper: 'Firmato a mano su carta; questa ne è una scansione.',
    owner: 'Non c’è una firma: l’azienda ha annotato che il suo cliente ha approvato.',
  },
  scan: (hash) => `Firmato a mano su carta. La scansione è un file a sé, SHA-256 ${hash}.`,
  alt: (name) => (name ? `Firma di ${name}` : 'Firma'),
  on: (date) => onDay(date),
}

const document: Words['document'] = {
  title: 'Il documento',
  number: 'Preventivo',
  id: 'ID del documento',
  version: 'Versione',
  from: 'Da',
  for: 'Preventivo per',
  total: 'Totale',
  deposit: 'Acconto richiesto',
  validUntil: 'Valido fino al',
  hash: 'SHA-256 di quanto mostrato',
}

const signer: Words['signer'] = {
  title: 'La firma',
  name: 'Chi ha firmato',
  mailedTo: 'Link inviato a',
  at: 'Data della firma',
  kind: 'Tipo',
  kinds: {
    typed: 'Nome scritto',
    drawn: 'Disegnata sulla pagina',
    paper: 'A mano su carta, scansionata',
    owner: 'Nessuna: annotato dall’azienda',
  },
  ip: 'Indirizzo IP',
  device: 'Browser (User-Agent)',
  id: 'ID dell’approvazione',
  link: 'ID del link',
  intent: 'Intenzione',
  intents: {
    typed:
      'Ha avuto davanti, in una sola pagina, l’intero preventivo con le sue condizioni, ha spuntato il consenso qui sotto, ha scritto il proprio nome come firma e ha scelto «Approva».',
    drawn:
      'Ha avuto davanti, in una sola pagina, l’intero preventivo con le sue condizioni, ha spuntato il consenso qui sotto, ha scritto il proprio nome, ha disegnato la propria firma e ha scelto «Approva».',
    paper: 'Ha firmato una copia cartacea, che l’azienda ha scansionato e registrato.',
    owner: 'L’ha comunicato all’azienda, che l’ha registrato.',
  },
  consent: (version) => `Consenso (testo ${version})`,
  times: (utc, local, zone) => `${utc} UTC, ${local} in ${zone}`,
}

const events: Words['timeline']['events'] = {
  created: 'Preventivo creato',
  edited: 'Preventivo modificato',
  revised: 'Nuova versione iniziata',
  sent: (version) => (version ? `Inviato al cliente, versione ${version}` : 'Inviato'),
  shared: 'Link creato',
  mail_sent: (to, id) => `Inviato per e-mail a ${to}, Message-ID ${id}`,
  mail_failed: (to) => `E-mail a ${to} non consegnata`,
  opened: 'Link aperto, forse da un controllo automatico della posta',
  viewed: {
    phone: 'Visto da una persona su un telefono',
    tablet: 'Visto da una persona su un tablet',
    computer: 'Visto da una persona su un computer',
    unknown: 'Visto da una persona',
  },
  downloaded: 'PDF scaricato',
  share_revoked: 'Link revocato',
  share_rotated: 'Link sostituito',
  declined: 'Rifiutato',
  reopened: 'Riaperto',
  update_asked: 'Aggiornamento richiesto',
  link_renewed: (to) => `Nuovo link richiesto, inviato a ${to}`,
  consented: (version) => `Consenso alla firma elettronica dato, testo ${version}`,
  approved: {
    typed: (name) => `Firmato da ${name}`,
    drawn: (name) => `Firmato da ${name}`,
    paper: (name) => (name ? `Firmato su carta da ${name}` : 'Firmato su carta'),
    owner: (name) => (name ? `Approvazione di ${name} annotata` : 'Approvazione annotata'),
  },
}

const integrity: Words['integrity'] = {
  title: 'Che cosa tiene insieme il tutto',
  chain: 'Fine della catena',
  seal: 'Impronta del sigillo',
  chained:
    'Ogni evento contiene l’hash di quello precedente. La fine della catena è l’hash dell’ultimo evento qui sopra e si trova nell’e-mail con cui è arrivata questa copia.',
  chainedOnly:
    'Ogni evento contiene l’hash di quello precedente. La fine della catena è l’hash dell’ultimo evento qui sopra.',
  sealed:
    'Il sigillo copre l’intero file. La sua impronta è lo SHA-256 del certificato con cui è stato apposto.',
  unsealed: 'Questa copia non ha sigillo.',
}

const verify: Words['verify'] = {
  title: 'Come verificare questa copia',
  portal: (business) => `${business} può confrontarla con i propri registri:`,
  pdfsig:
    'Chiunque può verificare il sigillo; devono comparire «Signature is Valid» e «Total document signed»:',
  openssl:
    'Oppure con OpenSSL; devono comparire «CAdES Verification successful» e l’impronta del sigillo riportata sopra:',
  hash: 'L’e-mail con cui è arrivata questa copia riporta lo SHA-256 dell’intero file; deve essere lo stesso:',
}

const limits: Words['limits'] = {
  title: 'Che cosa questo non dimostra',
  person:
    'Chi era davanti al dispositivo. Chiunque avesse il link poteva firmare; non è stato controllato alcun documento d’identità.',
  noted: 'Che sia stato il cliente, se non per la parola e i registri dell’azienda.',
  time: (business) =>
    `Quando è avvenuto, se non secondo l’orologio del mittente (${business}). Nessun altro ha attestato l’ora.`,
  seal: (business) =>
    `Chi è il mittente (${business}). Il sigillo è fatto con una chiave propria, di cui nessun altro si fa garante: mostra che da allora il file non è stato alterato.`,
  issued: (business) =>
    `Chi è il mittente (${business}), oltre a ciò di cui si fa garante chi ha emesso il certificato del sigillo. Il sigillo mostra che da allora il file non è stato alterato.`,
  device:
    'Dove si trovava chi ha firmato. Indirizzo IP e browser sono ciò che la connessione ha dichiarato di sé.',
}

export const certificate: Words = {
  name: (about) => `${about}, copia firmata`,
  title: 'Certificato di approvazione',
  intro: (about) =>
    `Come questo documento (${about}) è stato approvato e come lo si può verificare.`,
  signature,
  document,
  signer,
  timeline: {
    title: 'Cronologia',
    what: 'Che cosa è successo',
    utc: 'UTC',
    zone: (zone) => `Ora di ${zone}`,
    events,
  },
  integrity,
  verify,
  limits,
}

/** Everything that the signed copy of an estimate says in German. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['certificate']

const signature: Words['signature'] = {
  title: {
    typed: 'Elektronisch unterschrieben',
    drawn: 'Elektronisch unterschrieben',
    paper: 'Auf Papier unterschrieben',
    owner: 'Angenommen',
  },
  kinds: {
    typed:
      'Getippte Unterschrift: Die unterzeichnende Person hat diesen Namen als Unterschrift eingetippt.',
    drawn: 'Gezeichnete Unterschrift: Die unterzeichnende Person hat sie auf der Seite gezeichnet.',
    paper: 'Von Hand auf Papier unterschrieben; dies ist ein Scan davon.',
    owner:
      'Es gibt keine Unterschrift: Das Unternehmen hat vermerkt, dass sein Kunde angenommen hat.',
  },
  scan: (hash) =>
    `Von Hand auf Papier unterschrieben. Der Scan ist eine eigene Datei, SHA-256 ${hash}.`,
  alt: (name) => (name ? `Unterschrift von ${name}` : 'Unterschrift'),
  on: (date) => `am ${date}`,
}

const document: Words['document'] = {
  title: 'Das Dokument',
  number: 'Angebot',
  id: 'Dokument-ID',
  version: 'Fassung',
  from: 'Von',
  for: 'Für',
  total: 'Gesamtbetrag',
  deposit: 'Erforderliche Anzahlung',
  validUntil: 'Gültig bis',
  hash: 'SHA-256 dessen, was gezeigt wurde',
}

const signer: Words['signer'] = {
  title: 'Die Unterschrift',
  name: 'Unterzeichnet von',
  mailedTo: 'Link gesendet an',
  at: 'Unterzeichnet am',
  kind: 'Art',
  kinds: {
    typed: 'Getippter Name',
    drawn: 'Auf der Seite gezeichnet',
    paper: 'Von Hand auf Papier, eingescannt',
    owner: 'Keine: vom Unternehmen vermerkt',
  },
  ip: 'IP-Adresse',
  device: 'Browser (User-Agent)',
  id: 'ID der Annahme',
  link: 'ID des Links',
  intent: 'Absicht',
  intents: {
    typed:
      'Das ganze Angebot mit seinen Bedingungen wurde auf einer Seite gezeigt; die unterzeichnende Person hat das Häkchen an der unten stehenden Zustimmung gesetzt, ihren Namen als Unterschrift eingetippt und „Annehmen“ gewählt.',
    drawn:
      'Das ganze Angebot mit seinen Bedingungen wurde auf einer Seite gezeigt; die unterzeichnende Person hat das Häkchen an der unten stehenden Zustimmung gesetzt, ihren Namen eingetippt, ihre Unterschrift gezeichnet und „Annehmen“ gewählt.',
    paper:
      'Eine Papierfassung wurde unterschrieben, die das Unternehmen eingescannt und vermerkt hat.',
    owner: 'Dem Unternehmen mitgeteilt, das es vermerkt hat.',
  },
  consent: (version) => `Zustimmung (Text ${version})`,
  times: (utc, local, zone) => `${utc} UTC, ${local} in ${zone}`,
}

const events: Words['timeline']['events'] = {
  created: 'Angebot erstellt',
  edited: 'Angebot bearbeitet',
  revised: 'Neue Fassung begonnen',
  sent: (version) => (version ? `An den Kunden gesendet, Fassung ${version}` : 'Gesendet'),
  shared: 'Link erstellt',
  mail_sent: (to, id) => `Per E-Mail gesendet an ${to}, Message-ID ${id}`,
  mail_failed: (to) => `E-Mail an ${to} nicht zugestellt`,
  opened: 'Link geöffnet, vielleicht von einem E-Mail-Scanner',
  viewed: {
    phone: 'Von einer Person auf einem Telefon angesehen',
    tablet: 'Von einer Person auf einem Tablet angesehen',
    computer: 'Von einer Person an einem Computer angesehen',
    unknown: 'Von einer Person angesehen',
  },
  downloaded: 'PDF heruntergeladen',
  share_revoked: 'Link gesperrt',
  share_rotated: 'Link ersetzt',
  declined: 'Abgelehnt',
  reopened: 'Wieder geöffnet',
  update_asked: 'Aktualisierung angefragt',
  link_renewed: (to) => `Neuen Link angefordert, gesendet an ${to}`,
  consented: (version) => `Der elektronischen Unterschrift zugestimmt, Text ${version}`,
  approved: {
    typed: (name) => `Unterschrieben von ${name}`,
    drawn: (name) => `Unterschrieben von ${name}`,
    paper: (name) => (name ? `Auf Papier unterschrieben von ${name}` : 'Auf Papier unterschrieben'),
    owner: (name) => (name ? `Annahme durch ${name} vermerkt` : 'Annahme vermerkt'),
  },
}

const integrity: Words['integrity'] = {
  title: 'Woran Änderungen zu erkennen sind',
  chain: 'Kopf der Kette',
  seal: 'Fingerabdruck des Siegels',
  chained:
    'Jedes Ereignis enthält den Hash des vorigen. Der Kopf der Kette ist der Hash des letzten Ereignisses oben und steht in der E-Mail, mit der diese Kopie kam.',
  /** The same, of a copy that no mail brought. */
  chainedOnly:
    'Jedes Ereignis enthält den Hash des vorigen. Der Kopf der Kette ist der Hash des letzten Ereignisses oben.',
  sealed:
    'Das Siegel umfasst diese ganze Datei. Sein Fingerabdruck ist der SHA-256 des Zertifikats, mit dem es erstellt wurde.',
  unsealed: 'Diese Kopie trägt kein Siegel.',
}

const verify: Words['verify'] = {
  title: 'So lässt sich diese Kopie prüfen',
  portal: (business) => `${business} kann sie mit den eigenen Aufzeichnungen vergleichen:`,
  pdfsig:
    'Jeder kann das Siegel prüfen; dort muss „Signature is Valid“ und „Total document signed“ stehen:',
  openssl:
    'Oder mit OpenSSL; dort muss „CAdES Verification successful“ stehen und der Fingerabdruck des Siegels von oben erscheinen:',
  hash: 'Die E-Mail, mit der diese Kopie kam, nennt den SHA-256 der ganzen Datei; er muss übereinstimmen:',
}

const limits: Words['limits'] = {
  title: 'Was dies nicht beweist',
  person:
    'Wer am Gerät saß. Wer den Link hatte, konnte unterschreiben; ein Ausweis wurde nicht geprüft.',
  noted:
    'Dass der Kunde angenommen hat, über das Wort und die Aufzeichnungen des Unternehmens hinaus.',
  time: (business) =>
    `Wann es war, über die Uhr des Absenders (${business}) hinaus. Niemand sonst hat die Zeit bestätigt.`,
  seal: (business) =>
    `Wer der Absender (${business}) ist. Das Siegel ist mit einem eigenen Schlüssel erstellt, für den sonst niemand bürgt: Es zeigt, dass die Datei seither nicht verändert wurde.`,
  issued: (business) =>
    `Wer der Absender (${business}) ist, über das hinaus, wofür der Aussteller des Siegelzertifikats bürgt. Das Siegel zeigt, dass die Datei seither nicht verändert wurde.`,
  device:
    'Wo die unterzeichnende Person war. IP-Adresse und Browser sind Angaben der Verbindung über sich selbst.',
}

export const certificate: Words = {
  name: (about) => `${about}, unterschriebene Kopie`,
  title: 'Bescheinigung der Annahme',
  intro: (about) =>
    `Wie dieses Dokument (${about}) angenommen wurde und wie sich das prüfen lässt.`,
  signature,
  document,
  signer,
  timeline: {
    title: 'Verlauf',
    what: 'Ereignis',
    utc: 'UTC',
    zone: (zone) => `In ${zone}`,
    events,
  },
  integrity,
  verify,
  limits,
}

/** Everything that the signed copy of an estimate says in Dutch. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['certificate']

const signature: Words['signature'] = {
  title: {
    typed: 'Elektronisch ondertekend',
    drawn: 'Elektronisch ondertekend',
    paper: 'Op papier ondertekend',
    owner: 'Goedgekeurd',
  },
  kinds: {
    typed: 'Getypte handtekening: de ondertekenaar typte deze naam om te ondertekenen.',
    drawn: 'Getekende handtekening: de ondertekenaar tekende die op de pagina.',
    paper: 'Met de hand op papier ondertekend; dit is een scan ervan.',
    owner: 'Er is geen handtekening: het bedrijf heeft genoteerd dat zijn klant goedkeurde.',
  },
  scan: (hash) =>
    `Met de hand op papier ondertekend. De scan is een apart bestand, SHA-256 ${hash}.`,
  alt: (name) => (name ? `Handtekening van ${name}` : 'Handtekening'),
  on: (date) => `op ${date}`,
}

const document: Words['document'] = {
  title: 'Het document',
  number: 'Offerte',
  id: 'Document-ID',
  version: 'Versie',
  from: 'Van',
  for: 'Opgesteld voor',
  total: 'Totaal',
  deposit: 'Vereiste aanbetaling',
  validUntil: 'Geldig tot en met',
  hash: 'SHA-256 van wat is getoond',
}

const signer: Words['signer'] = {
  title: 'De handtekening',
  name: 'Ondertekenaar',
  mailedTo: 'Link gemaild naar',
  at: 'Ondertekend op',
  kind: 'Soort',
  kinds: {
    typed: 'Getypte naam',
    drawn: 'Op de pagina getekend',
    paper: 'Met de hand op papier, gescand',
    owner: 'Geen: genoteerd door het bedrijf',
  },
  ip: 'IP-adres',
  device: 'Browser (user-agent)',
  id: 'ID van de goedkeuring',
  link: 'ID van de link',
  intent: 'Intentie',
  intents: {
    typed:
      'Kreeg de hele offerte met de voorwaarden op één pagina te zien, vinkte de toestemming hieronder aan, typte de eigen naam als handtekening en koos ‘Goedkeuren’.',
    drawn:
      'Kreeg de hele offerte met de voorwaarden op één pagina te zien, vinkte de toestemming hieronder aan, typte de eigen naam, tekende de eigen handtekening en koos ‘Goedkeuren’.',
    paper: 'Ondertekende een papieren kopie, die het bedrijf heeft gescand en vastgelegd.',
    owner: 'Liet het aan het bedrijf weten, dat het heeft vastgelegd.',
  },
  consent: (version) => `Toestemming (tekst ${version})`,
  times: (utc, local, zone) => `${utc} UTC, ${local} in ${zone}`,
}

const events: Words['timeline']['events'] = {
  created: 'Offerte gemaakt',
  edited: 'Offerte bewerkt',
  revised: 'Nieuwe versie begonnen',
  sent: (version) => (version ? `Verzonden aan de klant, versie ${version}` : 'Verzonden'),
  shared: 'Link gemaakt',
  mail_sent: (to, id) => `Gemaild naar ${to}, Message-ID ${id}`,
  mail_failed: (to) => `E-mail aan ${to} niet bezorgd`,
  opened: 'Link geopend, mogelijk door een mailscanner',
  viewed: {
    phone: 'Bekeken door een persoon op een telefoon',
    tablet: 'Bekeken door een persoon op een tablet',
    computer: 'Bekeken door een persoon op een computer',
    unknown: 'Bekeken door een persoon',
  },
  downloaded: 'PDF gedownload',
  share_revoked: 'Link ingetrokken',
  share_rotated: 'Link vervangen',
  declined: 'Afgewezen',
  reopened: 'Heropend',
  update_asked: 'Nieuwe versie aangevraagd',
  link_renewed: (to) => `Nieuwe link aangevraagd, gemaild naar ${to}`,
  consented: (version) => `Akkoord gegaan met elektronisch ondertekenen, tekst ${version}`,
  approved: {
    typed: (name) => `Ondertekend door ${name}`,
    drawn: (name) => `Ondertekend door ${name}`,
    paper: (name) => (name ? `Op papier ondertekend door ${name}` : 'Op papier ondertekend'),
    owner: (name) => (name ? `Goedkeuring door ${name} genoteerd` : 'Goedkeuring genoteerd'),
  },
}

const integrity: Words['integrity'] = {
  title: 'Waaraan wijzigingen te zien zijn',
  chain: 'Kop van de keten',
  seal: 'Vingerafdruk van het zegel',
  chained:
    'Elke gebeurtenis bevat de hash van de vorige. De kop van de keten is de hash van de laatste gebeurtenis hierboven en staat in de e-mail waarmee deze kopie is verzonden.',
  chainedOnly:
    'Elke gebeurtenis bevat de hash van de vorige. De kop van de keten is de hash van de laatste gebeurtenis hierboven.',
  sealed:
    'Het zegel omvat dit hele bestand. De vingerafdruk is de SHA-256 van het certificaat waarmee het is gemaakt.',
  unsealed: 'Deze kopie draagt geen zegel.',
}

const verify: Words['verify'] = {
  title: 'Hoe u deze kopie controleert',
  portal: (business) => `${business} kan deze kopie vergelijken met de eigen administratie:`,
  pdfsig:
    'Iedereen kan het zegel controleren; er moet ‘Signature is Valid’ en ‘Total document signed’ staan:',
  openssl:
    'Of met OpenSSL; er moet ‘CAdES Verification successful’ staan en de vingerafdruk van het zegel hierboven verschijnen:',
  hash: 'De e-mail waarmee deze kopie is verzonden, noemt de SHA-256 van het hele bestand; die moet gelijk zijn:',
}

const limits: Words['limits'] = {
  title: 'Wat dit niet bewijst',
  person:
    'Wie er achter het apparaat zat. Wie de link had, kon ondertekenen; er is geen identiteitsbewijs gecontroleerd.',
  noted:
    'Dat de klant heeft goedgekeurd, anders dan volgens het woord en de administratie van het bedrijf.',
  time: (business) =>
    `Wanneer het was, anders dan volgens de klok van ${business}. Niemand anders heeft de tijd bevestigd.`,
  seal: (business) =>
    `Wie ${business} is. Het zegel is gemaakt met een eigen sleutel waar niemand anders voor instaat: het toont dat het bestand sindsdien niet is gewijzigd.`,
  issued: (business) =>
    `Wie ${business} is, buiten dat waarvoor de uitgever van het certificaat van het zegel instaat. Het zegel toont dat het bestand sindsdien niet is gewijzigd.`,
  device:
    'Waar de ondertekenaar was. IP-adres en browser zijn wat de verbinding over zichzelf opgaf.',
}

export const certificate: Words = {
  name: (about) => `${about}, ondertekende kopie`,
  title: 'Bewijs van goedkeuring',
  intro: (about) =>
    `Hoe dit document (${about}) is goedgekeurd en hoe dat kan worden gecontroleerd.`,
  signature,
  document,
  signer,
  timeline: {
    title: 'Tijdlijn',
    what: 'Gebeurtenis',
    utc: 'UTC',
    zone: (zone) => `Tijd in ${zone}`,
    events,
  },
  integrity,
  verify,
  limits,
}

/** Everything that the signed copy of an estimate says in French. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['certificate']

const signature: Words['signature'] = {
  title: {
    typed: 'Signé électroniquement',
    drawn: 'Signé électroniquement',
    paper: 'Signé sur papier',
    owner: 'Accepté',
  },
  kinds: {
    typed: 'Signature saisie au clavier\u202f: la personne signataire a saisi ce nom pour signer.',
    drawn: 'Signature dessinée\u202f: la personne signataire l’a dessinée sur la page.',
    paper: 'Signé à la main sur papier\u202f; ceci en est une numérisation.',
    owner: 'Il n’y a pas de signature\u202f: l’entreprise a noté que son client avait accepté.',
  },
  scan: (hash) =>
    `Signé à la main sur papier. La numérisation est un fichier à part, SHA-256 ${hash}.`,
  alt: (name) => (name ? `Signature de ${name}` : 'Signature'),
  on: (date) => `le ${date}`,
}

const document: Words['document'] = {
  title: 'Le document',
  number: 'Devis',
  id: 'Identifiant du document',
  version: 'Version',
  from: 'De',
  for: 'Établi pour',
  total: 'Total',
  deposit: 'Acompte demandé',
  validUntil: 'Valable jusqu’au',
  hash: 'SHA-256 de ce qui a été montré',
}

const signer: Words['signer'] = {
  title: 'La signature',
  name: 'Signataire',
  mailedTo: 'Lien envoyé à',
  at: 'Signé le',
  kind: 'Nature',
  kinds: {
    typed: 'Nom saisi au clavier',
    drawn: 'Dessinée sur la page',
    paper: 'À la main sur papier, numérisée',
    owner: 'Aucune\u202f: noté par l’entreprise',
  },
  ip: 'Adresse IP',
  device: 'Navigateur (user agent)',
  id: 'Identifiant de l’acceptation',
  link: 'Identifiant du lien',
  intent: 'Intention',
  intents: {
    typed:
      'La personne signataire a vu tout le devis et ses conditions sur une seule page, coché le consentement ci-dessous, saisi son nom comme signature et choisi «\u202fAccepter\u202f».',
    drawn:
      'La personne signataire a vu tout le devis et ses conditions sur une seule page, coché le consentement ci-dessous, saisi son nom, dessiné sa signature et choisi «\u202fAccepter\u202f».',
    paper: 'Un exemplaire papier a été signé, que l’entreprise a numérisé et enregistré.',
    owner: 'Communiquée à l’entreprise, qui l’a enregistrée.',
  },
  consent: (version) => `Consentement (texte ${version})`,
  times: (utc, local, zone) => `${utc} UTC, ${local} (${zone})`,
}

const events: Words['timeline']['events'] = {
  created: 'Devis créé',
  edited: 'Devis modifié',
  revised: 'Nouvelle version commencée',
  sent: (version) => (version ? `Envoyé au client, version ${version}` : 'Envoyé'),
  shared: 'Lien créé',
  mail_sent: (to, id) => `Envoyé par e-mail à ${to}, Message-ID ${id}`,
  mail_failed: (to) => `E-mail à ${to} non distribué`,
  opened: 'Lien ouvert, peut-être par un analyseur de courrier',
  viewed: {
    phone: 'Consulté par une personne sur un téléphone',
    tablet: 'Consulté par une personne sur une tablette',
    computer: 'Consulté par une personne sur un ordinateur',
    unknown: 'Consulté par une personne',
  },
  downloaded: 'PDF téléchargé',
  share_revoked: 'Lien révoqué',
  share_rotated: 'Lien remplacé',
  declined: 'Refusé',
  reopened: 'Rouvert',
  update_asked: 'Mise à jour demandée',
  link_renewed: (to) => `Nouveau lien demandé, envoyé à ${to}`,
  consented: (version) => `Consentement à signer électroniquement, texte ${version}`,
  approved: {
    typed: (name) => `Signé par ${name}`,
    drawn: (name) => `Signé par ${name}`,
    paper: (name) => (name ? `Signé sur papier par ${name}` : 'Signé sur papier'),
    owner: (name) => (name ? `Acceptation de ${name} notée` : 'Acceptation notée'),
  },
}

const integrity: Words['integrity'] = {
  title: 'Ce qui relie le tout',
  chain: 'Tête de chaîne',
  seal: 'Empreinte du sceau',
  chained:
    'Chaque événement contient l’empreinte du précédent. La tête de chaîne est celle du dernier événement ci-dessus, et figure dans l’e-mail auquel cette copie était jointe.',
  /** The same, of a copy that no mail brought. */
  chainedOnly:
    'Chaque événement contient l’empreinte du précédent. La tête de chaîne est celle du dernier événement ci-dessus.',
  sealed:
    'Le sceau couvre tout ce fichier. Son empreinte est le SHA-256 du certificat qui l’a produit.',
  unsealed: 'Cette copie ne porte pas de sceau.',
}

const verify: Words['verify'] = {
  title: 'Comment vérifier cette copie',
  portal: (business) => `${business} peut la comparer à ses propres dossiers\u202f:`,
  pdfsig:
    'Chacun peut vérifier le sceau\u202f; il faut y lire «\u202fSignature is Valid\u202f» et «\u202fTotal document signed\u202f»\u202f:',
  openssl:
    'Ou avec OpenSSL\u202f; il faut y lire «\u202fCAdES Verification successful\u202f» et y voir l’empreinte du sceau ci-dessus\u202f:',
  hash: 'L’e-mail auquel cette copie était jointe indique le SHA-256 du fichier entier\u202f; il doit être le même\u202f:',
}

const limits: Words['limits'] = {
  title: 'Ce que cela ne prouve pas',
  person:
    'Qui se trouvait devant l’appareil. Quiconque avait le lien pouvait signer\u202f; aucune pièce d’identité n’a été vérifiée.',
  noted: 'Que le client l’a fait, autrement que par la parole et les dossiers de l’entreprise.',
  time: (business) =>
    `Quand cela a eu lieu, autrement que d’après l’horloge de ${business}. Personne d’autre n’a certifié l’heure.`,
  seal: (business) =>
    `Qui est ${business}. Le sceau est fait avec une clé qui lui est propre et dont personne d’autre ne se porte garant\u202f: il montre que le fichier n’a pas été modifié depuis.`,
  issued: (business) =>
    `Qui est ${business}, au-delà de ce dont l’émetteur du certificat du sceau se porte garant. Le sceau montre que le fichier n’a pas été modifié depuis.`,
  device:
    'Où se trouvait la personne signataire. L’adresse IP et le navigateur sont ce que la connexion a dit d’elle-même.',
}

export const certificate: Words = {
  name: (about) => `${about}, copie signée`,
  title: 'Certificat d’acceptation',
  intro: (about) =>
    `Comment ce document a été accepté (${about}), et comment cela peut être vérifié.`,
  signature,
  document,
  signer,
  timeline: {
    title: 'Chronologie',
    what: 'Ce qui s’est passé',
    utc: 'UTC',
    zone: (zone) => `Heure de ${zone}`,
    events,
  },
  integrity,
  verify,
  limits,
}

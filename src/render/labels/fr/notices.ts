/** Pages that stand for a document that cannot be shown, in French. */

import type { Labels } from '../en/pages.ts'

const newest = 'Ouvrez le lien du message le plus récent que vous avez reçu.'
const lookIntoMail =
  'Consultez votre boîte de réception dans quelques minutes, ainsi que le dossier des indésirables.'
const otherAddress =
  'Si rien n’arrive, nous avons peut-être enregistré une autre adresse\u202f: contactez-nous.'

export const notices: Labels['notices'] = {
  unknown: {
    title: 'Ce lien ne fonctionne pas',
    text: 'Il est peut-être incomplet ou a été remplacé.',
    steps: [
      newest,
      'Si vous l’avez copié, copiez-le en entier, sans espace ni point à la fin.',
      'S’il ne fonctionne toujours pas, demandez-nous un nouveau lien.',
    ],
  },
  revoked: {
    title: 'Ce lien ne fonctionne pas',
    text: 'Il est peut-être incomplet ou a été remplacé.',
    steps: [newest, 'S’il n’y en a pas, demandez-nous un nouveau lien.'],
  },
  expired_link: {
    title: 'Ce lien a expiré',
    text: 'Pour votre sécurité, les liens ne fonctionnent qu’un certain temps. Le document lui-même reste disponible.',
    steps: [
      'Demandez-nous un nouveau lien\u202f; il est envoyé à l’adresse que nous avons enregistrée.',
    ],
  },
  expired_history: {
    title: 'Ce lien a expiré',
    text: 'Pour votre sécurité, un lien vers votre historique ne fonctionne que peu de temps.',
    steps: [
      'Demandez-nous un nouveau lien\u202f; il est envoyé à l’adresse que nous avons enregistrée.',
    ],
  },
  renewed: {
    title: 'Consultez votre messagerie',
    text: 'Si ce lien a été valable un jour, nous en avons envoyé un nouveau à l’adresse enregistrée, pour autant que le document existe encore et au plus une fois par heure. S’il s’agissait d’un devis expiré, sa mise à jour nous a été demandée.',
    steps: [lookIntoMail, otherAddress],
  },
  history_sent: {
    title: 'Consultez votre messagerie',
    text: 'Pour votre sécurité, votre historique s’ouvre par un lien qui lui est propre. Si nous avons votre adresse e-mail, le lien y est en cours d’envoi, sauf si un autre a été envoyé au cours de la dernière heure. Il ne fonctionne qu’un certain temps.',
    steps: [lookIntoMail, otherAddress],
  },
  too_many: {
    title: 'Trop de tentatives',
    text: 'Trop de pages ont été demandées depuis votre réseau en peu de temps. Rien n’a été modifié.',
    steps: ['Attendez dix minutes, puis ouvrez de nouveau votre lien.'],
  },
  error: {
    title: 'Une erreur s’est produite de notre côté',
    text: 'Cette page n’a pas pu être affichée. Aucune somme n’a été transférée.',
    steps: [
      'Réessayez dans quelques minutes.',
      'Si cela se reproduit, communiquez-nous le code de référence ci-dessous.',
    ],
  },
  unavailable: {
    title: 'Cette page n’est pas disponible pour l’instant',
    text: 'Nous y travaillons. Aucune somme n’a été transférée.',
    steps: ['Réessayez dans quelques minutes. Votre lien reste le même.'],
  },
  resting: {
    title: 'Ce n’est pas possible pour l’instant',
    text: 'Votre document reste lisible\u202f: sa page et son PDF sont disponibles. Si vous venez de payer, ne payez pas une seconde fois\u202f: votre paiement apparaîtra bientôt sur la page.',
    steps: [
      'Revenez en arrière et réessayez dans quelques minutes. Votre lien reste le même.',
      'Si cela ne peut pas attendre, appelez-nous ou écrivez-nous.',
    ],
  },
}

export const renewal: Labels['renewal'] = {
  replaced: {
    title: 'Ce lien a été remplacé',
    text: (date) => `Une version plus récente a été envoyée le ${date}.`,
  },
  newest,
  renew:
    'Si vous ne le trouvez pas, faites envoyer un nouveau lien à l’adresse que nous avons enregistrée.',
}

/** Everything that the pages around approving and declining say in French. */

import { plural } from '../../plural.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['approval']

const approve: Words['approve'] = {
  title: (about) => `Acceptation\u202f: ${about}`,
  intro: 'Veuillez vérifier les détails. Vous signerez au bas de cette page.',
  sign: 'Accepter et signer',
  name: 'Votre nom complet',
  how: 'Comment souhaitez-vous signer\u202f?',
  typed: { label: 'Saisir mon nom', hint: 'Votre nom ci-dessus tient lieu de signature.' },
  drawn: { label: 'Dessiner ma signature', hint: 'À la souris, au stylet ou au doigt.' },
  typedOnly: 'Votre nom, tel que vous le saisissez ici, tient lieu de signature.',
  pad: {
    title: 'Votre signature',
    canvas:
      'Zone où dessiner votre signature. Si vous ne pouvez pas dessiner, saisissez votre nom à la place.',
    undo: 'Annuler le trait',
    clear: 'Effacer',
    full: 'Il n’y a plus de place. Annulez un trait ou effacez tout pour recommencer.',
    waiting:
      'La zone de dessin a besoin de JavaScript. Si elle n’apparaît pas, choisissez de saisir votre nom.',
    only: {
      canvas:
        'Zone où dessiner votre signature. Si vous ne pouvez pas dessiner, contactez-nous pour signer sur papier.',
      waiting:
        'La zone de dessin a besoin de JavaScript. Si elle n’apparaît pas, contactez-nous pour signer sur papier.',
    },
  },
  next: {
    title: 'Une fois le devis accepté',
    told: (business) => `L’information est aussitôt transmise à ${business}.`,
    mailed: 'Nous vous envoyons une copie signée par e-mail.',
    download: 'Vous pouvez télécharger une copie signée.',
    deposit: (amount) => `Un acompte de ${amount} est à verser. Rien n’est prélevé sur cette page.`,
    free: 'Rien n’est prélevé.',
  },
}

const decline: Words['decline'] = {
  title: (about) => `Refus\u202f: ${about}`,
  text: (business) =>
    `Votre refus est transmis à ${business}, avec son motif si vous en indiquez un. Rien ne sera dû.`,
  reason: 'Motif (facultatif)',
  hint: plural('fr', {
    one: 'Jusqu’à # caractère.',
    many: 'Jusqu’à # de caractères.',
    other: 'Jusqu’à # caractères.',
  }),
}

const problems: Words['problems'] = {
  signer_name: {
    missing: 'Indiquez votre nom complet.',
    unfit:
      'Le nom contient des caractères qui ne peuvent pas être affichés. Veuillez le saisir de nouveau.',
    a_link: 'Indiquez votre nom, et non un lien.',
    a_card: 'Indiquez votre nom, et non un numéro de carte.',
    too_long: plural('fr', {
      one: 'Limitez le nom à # caractère.',
      many: 'Limitez le nom à # de caractères.',
      other: 'Limitez le nom à # caractères.',
    }),
  },
  signature_kind: {
    missing: 'Choisissez comment signer.',
    not_offered: 'Choisissez l’une des façons de signer proposées.',
    changed: 'La façon de signer a changé. Veuillez signer comme cette page le demande à présent.',
  },
  signature: {
    missing: 'Dessinez votre signature, ou choisissez de saisir votre nom.',
    empty: 'Le dessin est vide. Dessinez votre signature, ou choisissez de saisir votre nom.',
    not_an_image:
      'Le dessin ne nous est pas parvenu en entier. Veuillez le refaire, ou choisissez de saisir votre nom.',
    too_big:
      'Le dessin est trop lourd. Veuillez le refaire avec moins de traits, ou choisissez de saisir votre nom.',
  },
  drawing: {
    missing: 'Dessinez votre signature.',
    empty: 'Le dessin est vide. Dessinez votre signature.',
    not_an_image: 'Le dessin ne nous est pas parvenu en entier. Veuillez le refaire.',
    too_big: 'Le dessin est trop lourd. Veuillez le refaire avec moins de traits.',
  },
  consent: { missing: 'Cochez la case pour accepter de signer électroniquement.' },
  reason: {
    unfit:
      'Le motif contient des caractères qui ne peuvent pas être affichés. Veuillez le saisir de nouveau.',
    too_long: plural('fr', {
      one: 'Limitez le motif à # caractère.',
      many: 'Limitez le motif à # de caractères.',
      other: 'Limitez le motif à # caractères.',
    }),
  },
}

const closed: Words['closed'] = {
  approved: {
    title: 'Ce devis est déjà accepté',
    text: 'Il reste tel qu’il a été accepté. Rien ne vient d’être modifié.',
  },
  invoiced: {
    title: 'Ce devis est déjà accepté',
    text: 'Rien ne vient d’être modifié.',
  },
  declined: {
    title: 'Ce devis a déjà été refusé',
    text: 'Vous avez changé d’avis\u202f? Contactez-nous.',
  },
  expired: {
    title: 'Ce devis a expiré',
    text: 'Il ne peut plus être accepté ni refusé. Vous pouvez en demander la mise à jour.',
  },
  void: { title: 'Ce devis a été annulé', text: 'Rien n’est dû.' },
  draft: {
    title: 'Ce devis n’a pas encore été envoyé',
    text: 'Il pourra être accepté ou refusé une fois envoyé.',
  },
  view_only: {
    title: 'Ce lien est réservé à la consultation',
    text: 'Pour accepter ou refuser, utilisez le lien du message adressé à la personne à qui le devis est destiné, ou contactez-nous.',
  },
  preview: {
    title: 'Vous voyez votre propre aperçu',
    text: 'Seul votre client peut accepter ou refuser, avec le lien qui lui a été envoyé.',
  },
}

const states: Words['states'] = {
  approvedBy: (name, date) => `Accepté par ${name} le ${date}.`,
  paper: 'Il a été signé sur papier.',
  copyTo: (address) => `Une copie signée est envoyée par e-mail à ${address}.`,
  ownLink: 'La facture arrive avec son propre lien.',
  declinedOn: (date) => `Refusé le ${date}.`,
  told: (business) => `L’information a été transmise à ${business}.`,
  viewOnly: 'Ce lien est réservé à la consultation.',
  newer: (date) =>
    `Une version antérieure a été acceptée le ${date}. Celle-ci est plus récente\u202f: veuillez la vérifier, puis l’accepter ou la refuser.`,
  expiredNext: (business) =>
    `Il ne peut plus être accepté. ${business} peut vous dire ce qui est valable à présent.`,
  readOnly: (business) => `Pour accepter ou refuser, contactez ${business}.`,
}

export const approval: Words = {
  approve,
  decline,
  problems,
  changed: {
    title: 'Ce devis a été modifié',
    text: (business) =>
      `${business} l’a modifié pendant que vous le consultiez. Rien n’a été accepté ni refusé. Voici le devis tel qu’il est maintenant\u202f: veuillez le vérifier de nouveau.`,
  },
  unsaved: {
    title: 'L’enregistrement n’est pas possible pour l’instant',
    text: 'Rien n’a été accepté ni refusé. Ce que vous avez saisi est toujours là\u202f: veuillez réessayer dans une minute.',
  },
  closed,
  states,
  actions: {
    approve: 'Accepter',
    decline: 'Refuser',
    back: 'Retour au devis',
    downloadSigned: 'Télécharger la copie signée',
    renew: 'M’envoyer un nouveau lien',
  },
}

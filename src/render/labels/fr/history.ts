/** The customer's history and statement in French. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['history']

const states: Words['states'] = {
  open: 'En attente',
  due: (date) => `Échéance le ${date}`,
  overdue: 'En retard',
  left: (total) => `sur un total de ${total}`,
  onItsWay: (amount) => `paiement de ${amount} en cours`,
  paid: 'Payée',
  refunded: 'Remboursée',
  partlyRefunded: 'Remboursée en partie',
  overpaid: 'Trop-perçu',
  cancelled: 'Document annulé',
  closed: 'Clôturée',
  credit: 'Crédit',
  nothing: 'Rien à payer',
  validUntil: (date) => `Valable jusqu’au ${date}`,
  expired: (date) => `Valable jusqu’au ${date}, expiré`,
  approved: 'Accepté',
  depositDue: (amount) => `Accepté, acompte de ${amount} à verser`,
  declined: 'Refusé',
  invoiced: (number) => (number ? `Devenu la facture ${number}` : 'Devenu une facture'),
}

const statement: Words['statement'] = {
  title: 'Relevé',
  heading: 'Relevé de compte',
  from: 'Du',
  until: 'Au',
  download: 'Télécharger le relevé',
  problems: {
    no_date: 'Indiquez une date, par exemple 2025-01-31.',
    too_early: 'Indiquez un jour qui ne précède pas le premier.',
  },
  for: 'Pour\u202f:',
  begins: 'Début\u202f:',
  ends: 'Fin\u202f:',
  currency: 'Devise\u202f:',
  days: (from, until) => `du ${from} au ${until}`,
  columns: { date: 'Date', what: 'Opération', amount: 'Montant', balance: 'Solde' },
  opening: 'Solde initial',
  closing: 'Solde final',
  inFavor: 'En votre faveur',
  nothing: 'Il n’y a eu ni facture ni paiement jusque-là.',
  movements: {
    invoice: (number) => `Facture ${number}`,
    credit_note: (number) => `Avoir ${number}`,
    cancelled: (number) => `Facture ${number} annulée`,
    disputing: (number) => `Contestation concernant ${number}, pas encore tranchée`,
    credit: (number) => `Crédit sur ${number}`,
    other: (what, number) => `${what}, ${number}`,
  },
  note: 'Les paiements en cours ne sont pas compris.',
}

export const history: Words = {
  see: 'Voir votre historique',
  title: 'Votre historique',
  titleFrom: (business) => (business ? `Votre historique chez ${business}` : 'Votre historique'),
  outstanding: plural('fr', {
    one: 'restant à payer sur # facture',
    many: 'restant à payer sur # de factures',
    other: 'restant à payer sur # factures',
  }),
  alsoOutstanding: (amount) => `et ${amount}`,
  nothingOutstanding: 'Il ne reste rien à payer. Merci.',
  nothing: 'Il n’y a encore rien ici.',
  forCustomer: (name) => `Pour ${name}`,
  until: (when) => `Cette page reste accessible jusqu’au ${when}.`,
  lists: {
    outstanding: 'Factures à payer',
    estimates: 'Devis',
    settled: 'Payées et clôturées',
    payments: 'Paiements et reçus',
  },
  columns: { document: 'Pièce', date: 'Date', state: 'État', amount: 'Montant' },
  states,
  mailLink: 'M’envoyer le lien',
  mailLinkTo: (about) => `M’envoyer le lien\u202f: ${about}`,
  receipt: (number) => `Reçu ${number}`,
  downloadReceipt: (number) => `Télécharger le reçu ${number} en PDF`,
  earlier: 'Plus anciens',
  later: 'Plus récents',
  howToOpen:
    'Pour votre sécurité, chaque document s’ouvre par un lien qui lui est propre, envoyé à l’adresse e-mail que nous avons enregistrée.',
  askUs: 'Nous n’avons pas votre adresse e-mail. Pour rouvrir un document, demandez-nous un lien.',
  asked: (about) =>
    `Un lien (${about}) est en cours d’envoi à l’adresse e-mail que nous avons enregistrée, sauf si un autre a été envoyé au cours de la dernière heure.`,
  closed: (about) =>
    `Ce document ne peut plus être ouvert\u202f: ${about}. Veuillez nous contacter à son sujet.`,
  statement,
}

/** The mail that brings the link. */
export const mailHistory: MailLabels['history'] = {
  subject: (business) => (business ? `Votre historique chez ${business}` : 'Votre historique'),
  preheader: (when) => `Le lien est valable jusqu’au ${when}`,
  title: 'Votre historique',
  sentences: [
    'Voici le lien que vous avez demandé vers vos factures, devis, paiements et reçus.',
    'Vous ne l’avez pas demandé\u202f? Vous pouvez alors ignorer cet e-mail\u202f: le lien n’a été envoyé qu’à vous.',
  ],
  works: 'Valable jusqu’au',
  button: 'Voir votre historique',
  secrecy:
    'Quiconque détient ce lien peut voir votre historique. Traitez-le comme un mot de passe.',
}

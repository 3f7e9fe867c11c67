/** Everything that mails say in French. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import { mailHistory } from './history.ts'
import { mailApproval } from './mail-approval.ts'
import { reminders } from './reminders.ts'

const summaries: MailLabels['summaries'] = {
  due: (amount, date) => (date ? `${amount}, échéance le ${date}` : `${amount} à payer`),
  valid: (amount, date) => (date ? `${amount}, valable jusqu’au ${date}` : amount),
  paid: (amount) => `${amount}, entièrement payée`,
  approved: (amount) => `${amount}, accepté`,
  credit: (amount) => `crédit de ${amount}`,
  nothing: 'rien à payer',
  for: (amount, about) => `${amount} (${about})`,
}

const facts: MailLabels['facts'] = {
  amountDue: 'Montant à payer',
  balanceDue: 'Solde à payer',
  credit: 'Crédit',
  total: 'Total',
  paidSoFar: 'Payé jusqu’ici',
  onItsWay: 'En cours',
  due: 'Échéance',
  validUntil: 'Valable jusqu’au',
  issued: 'Date',
  deposit: 'Acompte demandé',
  forInvoice: 'Pour la facture',
  addressee: { invoice: 'Facturé à', estimate: 'Établi pour', credit_note: 'Avoir pour' },
  customer: 'Client',
  when: 'Quand',
  link: 'Lien',
  reason: 'Raison',
  recipient: 'Envoyé à',
  next: 'Ensuite',
  paid: 'Montant payé',
  refunded: 'Remboursé',
  paidOn: 'Payé le',
  refundedOn: 'Remboursé le',
  for: 'Pour',
  method: 'Moyen',
  reference: 'Référence',
  receipt: 'Reçu',
  left: 'Reste à payer',
  answerBy: 'Répondre avant le',
}

const texts: MailLabels['texts'] = {
  paidInFull: 'Cette facture est entièrement payée. Rien n’est dû.',
  nothingToPay: 'Il n’y a rien à payer.',
  received: 'Nous avons reçu votre paiement. Merci.',
  depositReceived: 'Nous avons reçu votre acompte. Merci.',
  sentBack:
    'L’argent repart par où il a été payé. Quelques jours peuvent passer avant qu’il n’apparaisse sur votre compte.',
  givenBack: 'Nous vous avons rendu ce montant.',
  creditNote: 'Ceci est un crédit. Il n’y a rien à payer.',
  estimate:
    'Ouvrez le devis pour voir ce qu’il comprend, et pour l’accepter, le refuser ou poser une question.',
  buttonFails: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur\u202f:',
  secrecy: 'Quiconque a ce lien peut voir le document. Traitez-le comme un mot de passe.',
  message: (business) => (business ? `Message de ${business}` : 'Message'),
  howToPay: 'Comment payer',
  approved: 'Vous avez accepté ce devis.',
  questions: 'Vous avez une question\u202f? Répondez à cet e-mail.',
}

const test: MailLabels['test'] = {
  subject: (subject) => `[Essai] ${subject}`,
  banner:
    'Ceci est un e-mail d’essai. Vous seul l’avez reçu\u202f; rien n’a été envoyé à votre client.',
  connection: {
    subject: 'L’envoi d’e-mails fonctionne',
    text: 'Cet e-mail vérifie les réglages d’envoi de votre portail. Vous le lisez, donc ils fonctionnent.',
    business: 'Entreprise',
    transport: 'Envoyé par',
    folder: (dir) => `le dossier ${dir}`,
    next: 'Ensuite\u202f: portal send --test <numéro> vous envoie l’e-mail qu’un client recevrait.',
  },
}

const notices: MailLabels['notices'] = {
  paid: (customer, amount, about) => `${customer} a payé ${amount} (${about})`,
  paymentFailed: (amount, about) => `Un paiement de ${amount} a échoué (${about})`,
  refunded: (amount, about) => `Remboursement de ${amount} (${about})`,
  disputed: {
    open: (amount, about) => `Un paiement de ${amount} est contesté (${about})`,
    won: (amount, about) => `La contestation de ${amount} a été gagnée (${about})`,
    lost: (amount, about) => `La contestation de ${amount} a été perdue (${about})`,
  },
  needsReview: (about) => `Un paiement demande votre attention (${about})`,
  askAgain: (command) => `Paiement et rappels sont suspendus jusqu’à\u202f: ${command}`,
  answer: (provider, command) =>
    `Répondez dans le tableau de bord de ${provider}, puis\u202f: ${command}`,
  theProvider: 'votre prestataire',
  viewed: (customer, about) => `${customer} a vu\u202f: ${about}`,
  mailFailed: (about) => `E-mail non distribué (${about})`,
  about: {
    invoice: (number) => `facture ${number}`,
    estimate: (number) => `devis ${number}`,
    credit_note: (number) => `avoir ${number}`,
  },
  aDocument: 'un document',
  aCustomer: 'Un client',
}

/** "Vus : 3" does without any agreement. */
const times = (what: string) =>
  plural('fr', { one: `${what}\u202f: #`, many: `${what}\u202f: #`, other: `${what}\u202f: #` })

const digest: MailLabels['digest'] = {
  title: (date) => `Ce qui s’est passé jusqu’au ${date}`,
  more: plural('fr', {
    one: 'Et # autre\u202f: portal status.',
    many: 'Et # d’autres\u202f: portal status.',
    other: 'Et # autres\u202f: portal status.',
  }),
  events: {
    viewed: times('vus'),
    approved: times('acceptés'),
    declined: times('refusés'),
    paid: times('payés'),
    payment_failed: times('paiements échoués'),
    refunded: times('remboursés'),
    disputed: times('contestés'),
    needs_review: times('à examiner'),
    mail_failed: times('non distribués'),
    question: times('demandes'),
  },
}

export const mail: MailLabels = {
  language: 'fr',
  line: (label, value) => `${label}\u202f: ${value}`,
  lead: (label) => `${label}\u202f:`,
  subject: (name, business, summary) =>
    business ? `${name} de ${business}\u202f: ${summary}` : `${name}\u202f: ${summary}`,
  withPercent: (amount, percent) => `${amount} (${percent})`,
  summaries,
  facts,
  buttons: {
    invoice: 'Voir la facture',
    estimate: 'Voir le devis',
    credit_note: 'Voir l’avoir',
    receipt: 'Voir le reçu',
  },
  texts,
  test,
  notices,
  digest,
  refund: 'Remboursement',
  approval: mailApproval,
  history: mailHistory,
  reminders,
}

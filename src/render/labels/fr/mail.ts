/** Everything that mails say in French. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import { disputeReasons } from './disputes.ts'
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
  paidSoFar: 'Déjà payé',
  onItsWay: 'Paiement en cours',
  due: 'Échéance',
  validUntil: 'Valable jusqu’au',
  issued: 'Date',
  deposit: 'Acompte demandé',
  forInvoice: 'Pour la facture',
  addressee: { invoice: 'Facturé à', estimate: 'Établi pour', credit_note: 'Avoir pour' },
  customer: 'Client',
  when: 'Quand',
  link: 'Lien',
  reason: 'Motif',
  recipient: 'Envoyé à',
  next: 'Prochaine étape',
  paid: 'Montant payé',
  refunded: 'Remboursé',
  paidOn: 'Payé le',
  refundedOn: 'Remboursé le',
  for: 'Pour',
  method: 'Moyen de paiement',
  reference: 'Référence',
  receipt: 'Reçu',
  left: 'Reste à payer',
  answerBy: 'Date limite de réponse',
}

const texts: MailLabels['texts'] = {
  paidInFull: 'Cette facture est entièrement payée. Rien n’est dû.',
  nothingToPay: 'Il n’y a rien à payer.',
  received: 'Nous avons reçu votre paiement. Merci.',
  depositReceived: 'Nous avons reçu votre acompte. Merci.',
  sentBack:
    'Ce montant vous revient par le moyen de paiement utilisé. Quelques jours peuvent s’écouler avant qu’il n’apparaisse sur votre compte.',
  givenBack: 'Nous vous avons remboursé ce montant.',
  creditNote: 'Ce montant est un crédit en votre faveur. Il n’y a rien à payer.',
  estimate:
    'Ouvrez le devis pour voir ce qu’il comprend, et pour l’accepter, le refuser ou poser une question.',
  buttonFails: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur\u202f:',
  secrecy: 'Quiconque détient ce lien peut voir le document. Traitez-le comme un mot de passe.',
  message: (business) => (business ? `Message de ${business}` : 'Message'),
  howToPay: 'Comment payer',
  approved: 'Vous avez accepté ce devis.',
  questions: 'Vous avez une question\u202f? Répondez à cet e-mail.',
}

const test: MailLabels['test'] = {
  subject: (subject) => `[Test] ${subject}`,
  banner:
    'Ceci est un e-mail de test. Il n’a été envoyé qu’à vous\u202f; rien n’a été envoyé à votre client.',
  connection: {
    subject: 'L’envoi d’e-mails fonctionne',
    text: 'Cet e-mail vérifie les réglages d’envoi de votre portail. Vous le lisez, donc ils fonctionnent.',
    business: 'Entreprise',
    transport: 'Envoyé via',
    folder: (dir) => `le dossier ${dir}`,
    next: 'Prochaine étape\u202f: portal send --test <numéro> vous envoie l’e-mail qu’un client recevrait.',
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
  askAgain: (command) =>
    `Paiement et rappels restent suspendus jusqu’à la commande\u202f: ${command}`,
  answer: (provider, command) =>
    `Répondez dans le tableau de bord de ${provider}, puis\u202f: ${command}`,
  theProvider: 'votre prestataire de paiement',
  disputeReasons,
  viewed: (customer, about) => `${customer} a consulté\u202f: ${about}`,
  mailFailed: (about) => `E-mail non distribué (${about})`,
  about: {
    invoice: (number) => `facture ${number}`,
    estimate: (number) => `devis ${number}`,
    credit_note: (number) => `avoir ${number}`,
  },
  aDocument: 'un document',
  aCustomer: 'Un client',
}

/** "consultations : 3" does without any agreement. */
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
    viewed: times('consultations'),
    approved: times('acceptations'),
    declined: times('refus'),
    paid: times('paiements'),
    payment_failed: times('paiements échoués'),
    refunded: times('remboursements'),
    disputed: times('contestations'),
    needs_review: times('à examiner'),
    mail_failed: times('e-mails non distribués'),
    question: times('questions posées'),
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
    pay: 'Voir la facture et payer',
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

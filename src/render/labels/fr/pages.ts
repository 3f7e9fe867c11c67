/** Everything that pages and printed sheets say in French. Spaces before tall marks are narrow and do not break. */

import type { Labels } from '../en/pages.ts'
import { approval } from './approval.ts'
import { certificate } from './certificate.ts'
import { history } from './history.ts'
import { notices, renewal } from './notices.ts'
import { online } from './payments.ts'
import { stop } from './stop.ts'

const headings: Labels['headings'] = {
  invoice: (number) => `Facture nº ${number}`,
  estimate: (number) => `Devis nº ${number}`,
  credit_note: (number) => `Avoir nº ${number}`,
}

const names: Labels['names'] = {
  invoice: (number) => `Facture ${number}`,
  estimate: (number) => `Devis ${number}`,
  credit_note: (number) => `Avoir ${number}`,
}

const titles: Labels['titles'] = {
  invoice: (business) => (business ? `Facture de ${business}` : 'Facture'),
  estimate: (business) => (business ? `Devis de ${business}` : 'Devis'),
  credit_note: (business) => (business ? `Avoir de ${business}` : 'Avoir'),
}

const facts: Labels['facts'] = {
  date: 'Date\u202f:',
  due: 'Échéance\u202f:',
  validUntil: 'Valable jusqu’au\u202f:',
  updated: 'Modifié le',
  forInvoice: 'Pour la facture\u202f:',
  forEstimate: 'Pour le devis\u202f:',
  invoice: 'Facture\u202f:',
}

const items: Labels['items'] = {
  title: 'Détail',
  description: 'Désignation',
  quantity: 'Qté',
  rate: 'Prix unitaire',
  amount: 'Montant',
  discount: (percent, amount) =>
    percent ? `Remise de ${percent}\u202f: ${amount}` : `Remise\u202f: ${amount}`,
  taxes: (list) => `Taxes appliquées\u202f: ${list}`,
  untaxed: 'Sans taxe',
}

const totals: Labels['totals'] = {
  title: 'Totaux',
  subtotal: 'Sous-total',
  discount: (percent) => (percent ? `Remise (${percent})` : 'Remise'),
  tax: (name, rate) => `${name} (${rate})`,
  includedTax: (name, rate) => `Dont ${name} (${rate})`,
  totalDue: 'Total à payer',
  total: 'Total',
  estimateTotal: 'Total\u202f:',
  totalCredit: 'Total de l’avoir',
  depositRequired: 'Acompte demandé\u202f:',
  depositPaid: 'Acompte versé',
  paid: 'Payé',
  refunded: 'Remboursé',
  disputed: 'Retenu par une contestation',
  balanceDue: 'Solde à payer',
}

const payments: Labels['payments'] = {
  title: 'Paiements',
  kinds: {
    payment: 'Paiement',
    refund: 'Remboursement',
    dispute: 'Paiement contesté',
    dispute_won: 'Contestation réglée',
    refund_failed: 'Remboursement rejeté',
    transfer_in: 'Acompte du devis',
    transfer_out: 'Reporté sur la facture',
    credit: 'Crédit',
  },
  methods: {
    cash: 'espèces',
    check: 'chèque',
    bank: 'virement bancaire',
    card: 'carte',
    ach: 'prélèvement bancaire (ACH)',
    stripe_card: 'carte',
    square_card: 'carte',
    stripe_ach: 'prélèvement bancaire (ACH)',
    paypal: 'PayPal',
    sandbox: 'paiement de test',
  },
  with: (kind, method) => `${kind} (${method})`,
}

const parts: Labels['parts'] = {
  summary: 'Résumé',
  from: 'De\u202f:',
  howToPay: 'Comment payer',
  notes: 'Remarques',
  terms: 'Conditions',
  business: 'Entreprise',
  taxId: (id) => `Nº d’identification fiscale\u202f: ${id}`,
  language: 'Langue',
}

const actions: Labels['actions'] = {
  downloadPdf: 'Télécharger le PDF',
  print: 'Imprimer',
  contact: 'Nous contacter',
  back: 'Retour',
  askQuestion: 'Poser une question',
  askUpdate: 'Demander une mise à jour',
  howToPay: 'Comment payer',
  links: 'Autres actions',
}

const states: Labels['states'] = {
  draft: 'Ceci est un brouillon. Il n’a pas été envoyé.',
  dueOn: (date) => `échéance le ${date}`,
  validUntil: (date) => `valable jusqu’au ${date}`,
  partlyPaid: (left, total, paid) => `Il reste ${left} sur ${total}. Déjà payé\u202f: ${paid}.`,
  overdue: (date) => `L’échéance de cette facture était fixée au ${date}.`,
  processing: (amount) =>
    `Votre paiement bancaire de ${amount} est en cours. Cela prend en général jusqu’à 4 jours ouvrés. Vous n’avez pas à payer de nouveau.`,
  onItsWay: 'Paiement en cours',
  leftToPay: 'Reste à payer',
  paid: (date) => `Entièrement payée le ${date}. Merci.`,
  receipt: (number) => `Reçu ${number}`,
  bankFailed: (amount) => `Le paiement bancaire de ${amount} n’a pas abouti. Rien n’a été prélevé.`,
  overpaid: (business, amount) =>
    `Nous avons reçu plus que le montant dû. ${business} vous contactera au sujet de ${amount}.`,
  refunded: (amount, date) => `Remboursement de ${amount} le ${date}.`,
  nothingToPay: 'Rien à payer.',
  nothingCredit: (amount) => `Rien à payer. Crédit de ${amount}.`,
  creditNote: (amount) => `Avoir de ${amount}. Rien à payer.`,
  voidInvoice: (business) => `Cette facture a été annulée par ${business}. Rien n’est dû.`,
  voidEstimate: (business) => `Ce devis a été annulé par ${business}.`,
  voidCreditNote: (business) => `Cet avoir a été annulé par ${business}.`,
  uncollectible: (business) =>
    `Cette facture a été clôturée par ${business}. Adressez-vous à cette entreprise pour toute question.`,
  depositOnApproval: (amount) => `Acompte de ${amount} à l’acceptation`,
  approved: (date) => `Accepté le ${date}.`,
  depositPaid: (amount) => `L’acompte de ${amount} a été versé. Merci.`,
  nextDeposit: (amount) => `Il reste à verser un acompte de ${amount}.`,
  nextContact: (business) => `${business} vous contactera pour la suite.`,
  depositDue: 'Acompte à verser',
  declined: 'Vous avez refusé ce devis. Vous avez changé d’avis\u202f? Contactez-nous.',
  expired: (date) => `Ce devis était valable jusqu’au ${date}.`,
  invoiced: (number) =>
    number ? `Ce devis est devenu la facture ${number}.` : 'Ce devis est devenu une facture.',
  asOf: (date) =>
    `État au ${date}. Les paiements et modifications ultérieurs n’apparaissent pas ici.`,
  preview: 'Aperçu\u202f: voici ce que voit votre client',
  previewEstimate:
    'Aperçu\u202f: voici ce que voit votre client. «\u202fAccepter\u202f» et «\u202fRefuser\u202f» n’apparaissent que sur son propre lien.',
  cancelledOn: (date) => `Annulation le ${date}.`,
  business: 'l’entreprise',
}

const subjects: Labels['subjects'] = {
  contact: (name) => name,
  question: (name) => `Question\u202f: ${name}`,
  update: (name) => `Mise à jour demandée\u202f: ${name}`,
  newLink: 'Merci de m’envoyer un nouveau lien',
  problem: (reference) =>
    reference ? `Problème avec une page, référence ${reference}` : 'Problème avec une page',
}

export const pages: Labels = {
  language: 'fr',
  joint: ' ',
  headings,
  names,
  titles,
  addressee: {
    invoice: 'Facturé à\u202f:',
    estimate: 'Établi pour\u202f:',
    credit_note: 'Avoir pour\u202f:',
  },
  facts,
  items,
  totals,
  payments,
  parts,
  actions,
  states,
  subjects,
  notices,
  renewal,
  reference: (code) => `Code de référence\u202f: ${code}`,
  pageNumber: ['Page ', ' sur ', ''],
  online,
  approval,
  certificate,
  stop,
  history,
}

/** Everything that the pages around a payment say in French. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['online']

const pay: Words['pay'] = {
  title: {
    invoice: (number) => `Payer la facture ${number}`,
    estimate: (number) => `Verser l’acompte du devis ${number}`,
    credit_note: (number) => `Avoir ${number}`,
  },
  dueNow: 'à payer maintenant',
  howMuch: 'Combien souhaitez-vous payer\u202f?',
  allDue: (amount) => `Tout le montant dû\u202f: ${amount}`,
  another: 'Un autre montant',
  amount: (currency) => `Montant en ${currency}`,
  bounds: (least, most) => `De ${least} à ${most}.`,
  leaves: (least) => `Le reste à payer doit ensuite être nul, ou d’au moins ${least}.`,
  howToPay: 'Comment souhaitez-vous payer\u202f?',
  wrong: 'Il y a un problème',
  errorTitle: (title) => `Erreur\u202f: ${title}`,
  safety:
    'Vous payez sur la page sécurisée du prestataire de paiement. Nous ne voyons jamais vos données bancaires ni celles de votre carte.',
  otherWays: 'Autres moyens de paiement',
  receipts: 'Reçus',
  unavailable: {
    title: 'Le paiement en ligne n’est pas disponible pour l’instant.',
    text: 'Aucune somme n’a été prélevée. Réessayez dans quelques minutes.',
    instead: 'Ou payez de la façon décrite ci-dessous.',
  },
}

const methods: Words['methods'] = {
  stripe_card: { label: 'Carte', hint: '' },
  square_card: { label: 'Carte', hint: '' },
  stripe_ach: {
    label: 'Prélèvement bancaire (ACH)',
    hint: 'Depuis un compte bancaire aux États-Unis. Cela prend en général jusqu’à 4 jours ouvrés.',
  },
  paypal: { label: 'PayPal', hint: '' },
  sandbox: { label: 'Paiement de test', hint: 'Une page fictive pour faire des essais.' },
}

const problems: Words['problems'] = {
  amount_choice: {
    missing: 'Choisissez combien payer.',
    not_offered: (due) => `Seul le montant entier de ${due} peut être payé.`,
  },
  amount: {
    missing: 'Indiquez le montant à payer.',
    not_an_amount: (example) => `Indiquez le montant en chiffres, par exemple ${example}.`,
    not_positive: 'Indiquez un montant supérieur à zéro.',
    too_many_digits: (example) => `N’indiquez pas plus de chiffres que dans ${example}.`,
    too_much: (most) => `Indiquez au plus ${most}, soit tout le montant dû.`,
    too_little: (least) => `Indiquez au moins ${least}.`,
    leaves_too_little: (all, most) =>
      `Payez tout (${all}), ou au plus ${most}\u202f: sinon, il resterait trop peu.`,
  },
  method: {
    missing: 'Choisissez comment payer.',
    not_offered: 'Choisissez l’un des moyens de paiement proposés.',
    not_for_this_amount: 'Ce montant ne peut pas être payé de cette façon.',
  },
}

const notPayable: Words['notPayable'] = {
  not_open: {
    invoice: {
      title: 'Cette facture ne peut pas être payée maintenant',
      text: 'Elle n’est pas ouverte au paiement. Rien ne vous est demandé pour le moment.',
    },
    estimate: {
      title: 'Il n’y a pas d’acompte à verser maintenant',
      text: 'Un acompte peut être versé une fois le devis accepté.',
    },
  },
  void: {
    title: 'Rien n’est dû',
    text: 'Ce document a été annulé. Aucun paiement n’est nécessaire.',
  },
  already_paid: { title: 'Le paiement a déjà été effectué', text: 'Rien n’est dû. Merci.' },
  processing: {
    title: 'Votre paiement est en cours',
    text: 'Vous n’avez pas à payer de nouveau.',
  },
  resting: {
    title: 'Rien à payer pour le moment',
    text: 'Après le remboursement, aucun paiement n’est demandé.',
  },
  offline: {
    title: 'Le paiement en ligne n’est pas possible ici',
    text: 'Veuillez payer d’une autre façon, ou contactez-nous.',
  },
  no_method: {
    title: 'Le paiement en ligne n’est pas possible ici',
    text: 'Aucun moyen de paiement en ligne ne convient à ce montant. Veuillez payer d’une autre façon, ou contactez-nous.',
  },
}

const handOver: Words['handOver'] = {
  title: (provider) => `Continuer vers ${provider}`,
  paying: (amount, business, about) =>
    `Vous êtes sur le point de payer ${amount} à ${business} (${about}).`,
  byItself: 'Votre navigateur s’y rend automatiquement. S’il ne se passe rien, utilisez le bouton.',
  next: 'La suite',
  steps: {
    pay: (provider) => `Vous payez sur la page sécurisée de ${provider}. Rien n’est prélevé avant.`,
    bank: 'Un paiement bancaire prend ensuite en général jusqu’à 4 jours ouvrés.',
    back: 'Vous revenez ici et voyez si le paiement a abouti.',
    receipt: 'Nous vous enverrons un reçu par e-mail dès que l’argent nous sera parvenu.',
  },
}

const returned: Words['returned'] = {
  paid: {
    title: 'Paiement reçu',
    text: (amount, about) => `Nous avons reçu ${amount} (${about}). Merci.`,
    next: 'Plus rien n’est dû.',
  },
  processing: {
    title: 'Votre paiement est en cours',
    bank: (amount) =>
      `Votre paiement bancaire de ${amount} est en cours. Cela prend en général jusqu’à 4 jours ouvrés. Vous n’avez pas à payer de nouveau.`,
    other: (amount, provider) =>
      `${provider} vérifie encore votre paiement de ${amount}. Vous n’avez pas à payer de nouveau.`,
    next: 'Vous n’avez rien d’autre à faire.',
  },
  not_finished: {
    title: 'Le paiement n’a pas été finalisé',
    text: 'Aucune somme n’a été prélevée.',
    next: 'Vous pouvez réessayer quand vous le souhaitez.',
  },
  declined: {
    title: 'Le paiement n’a pas abouti',
    text: (amount) => `Le paiement de ${amount} a été refusé. Aucune somme n’a été prélevée.`,
    bank: (amount) => `Le paiement bancaire de ${amount} n’a pas abouti. Rien n’a été prélevé.`,
    next: 'Réessayez, choisissez un autre moyen de paiement, ou renseignez-vous auprès de votre banque.',
  },
  already_paid: {
    title: (about) => `Déjà payé\u202f: ${about}`,
    text: 'Plus rien n’est dû. Aucune somme n’a été prélevée cette fois.',
    moved: (amount) => `Plus rien n’est dû. Votre paiement de ${amount} a été reçu.`,
    next: 'Vous n’avez rien à faire.',
  },
  void: {
    title: (about) => `Document annulé\u202f: ${about}`,
    text: 'Rien n’est dû. Aucune somme n’a été prélevée.',
    moved: (amount, business) =>
      `Votre paiement de ${amount} a été reçu après l’annulation. L’information a été transmise à ${business}, qui vous contactera.`,
    next: 'Vous n’avez rien à faire.',
  },
  changed: {
    title: 'Le montant a changé',
    text: (about) =>
      `Ce document a changé pendant que vous payiez (${about}). Aucune somme n’a été prélevée.`,
    moved: (about, amount, business) =>
      `Ce document a changé pendant que vous payiez (${about}). Votre paiement de ${amount} a été reçu\u202f; l’information a été transmise à ${business}, qui vous contactera.`,
    next: 'Vérifiez le montant dû à présent, puis payez-le.',
  },
  needs_review: {
    title: 'Nous examinons votre paiement',
    text: (amount, business) =>
      `Votre paiement de ${amount} doit être examiné par une personne. L’information a été transmise à ${business}, qui vous contactera.`,
    next: 'Si de l’argent a été prélevé, il n’est pas perdu. Merci de ne pas payer de nouveau.',
  },
  confirming: {
    title: 'Nous confirmons votre paiement',
    text: 'Cela prend en général quelques secondes. Cette page s’actualise d’elle-même.',
    over: 'Cela prend plus de temps que d’habitude. Nous poursuivons la vérification, et vous enverrons un reçu par e-mail dès que le paiement sera confirmé.',
    next: 'D’ici là, merci de ne pas payer de nouveau. Nous ne savons pas encore si de l’argent a été prélevé.',
  },
  unreachable: {
    title: (provider) => `${provider} est injoignable pour l’instant`,
    text: 'Si vous avez terminé le paiement chez ce prestataire, il n’est pas perdu\u202f: nous vérifions de nouveau sans que vous ayez à intervenir. Sinon, aucune somme n’a été prélevée.',
    next: 'Revenez sur cette page dans quelques minutes, avant de payer de nouveau.',
    byItself:
      'Cette page vérifie de nouveau d’elle-même. D’ici là, merci de ne pas payer de nouveau.',
  },
  left: (amount) => `Il reste ${amount} à payer.`,
  mailed: 'Nous vous enverrons un reçu par e-mail.',
  openLink:
    'Pour connaître la situation actuelle, ouvrez le lien du message que vous avez reçu de nous.',
}

const receipt: Words['receipt'] = {
  heading: (number) => `Reçu nº ${number}`,
  name: (number) => `Reçu ${number}`,
  title: (business) => (business ? `Reçu de ${business}` : 'Reçu'),
  receivedFrom: 'Reçu de\u202f:',
  date: 'Date\u202f:',
  method: 'Moyen de paiement\u202f:',
  reference: 'Référence\u202f:',
  for: {
    invoice: 'Pour la facture\u202f:',
    estimate: 'Pour le devis\u202f:',
    credit_note: 'Pour l’avoir\u202f:',
  },
  sums: 'Paiement',
  total: { invoice: 'Total de la facture', estimate: 'Total du devis', credit_note: 'Total' },
  amount: 'Montant payé',
  refundedOn: (date) => `Remboursé le ${date}`,
  kept: 'Montant payé après remboursements',
  leftAfter: 'Reste à payer après ce paiement',
  leftNow: (amount) => `Il reste ${amount} à payer maintenant.`,
  received: (date) => `Reçu le ${date}. Merci.`,
  refundedWhole: (date) => `Ce paiement a été remboursé le ${date}.`,
  refundedPartly: (amount, date) => `Remboursement partiel de ${amount} le ${date}.`,
  note: (about) => `payé (${about})`,
}

const sandbox: Words['sandbox'] = {
  title: 'Paiement de test',
  brand: 'Sandbox Pay',
  banner: 'MODE TEST',
  text: 'Cette page joue le rôle d’un prestataire de paiement. Aucun argent réel ne circule ici.',
  toPay: 'Montant',
  choose: 'Que doit-il se passer\u202f?',
  outcomes: {
    paid: 'Payer',
    declined: 'Refuser',
    canceled: 'Annuler',
    pending: 'Payer plus tard (en attente)',
  },
  later: { paid: 'Laisser aboutir', declined: 'Laisser échouer' },
  states: {
    open: '',
    pending: 'Ce paiement est en attente, comme l’est un virement pendant quelques jours.',
    paid: 'Ce paiement a été effectué.',
    declined: 'Ce paiement a été refusé.',
    canceled: 'Ce paiement a été annulé.',
    expired: 'Cette page a expiré.',
  },
  back: 'Retour à la boutique',
}

export const online: Words = {
  pay,
  methods,
  providers: { stripe: 'Stripe', square: 'Square', paypal: 'PayPal', sandbox: 'Sandbox Pay' },
  problems,
  notPayable,
  handOver,
  returned,
  receipt,
  sandbox,
  actions: {
    payNow: 'Payer maintenant',
    payDeposit: 'Verser l’acompte',
    payAnother: 'Payer un autre montant',
    payAnotherWay: 'Payer autrement',
    payRest: 'Payer le reste',
    tryAgain: 'Réessayer',
    checkAgain: 'Vérifier de nouveau',
    downloadReceipt: 'Télécharger le reçu',
    view: {
      invoice: 'Voir la facture',
      estimate: 'Voir le devis',
      credit_note: 'Voir l’avoir',
    },
  },
  testMode: 'MODE TEST\u202f: aucun argent réel ne circule.',
}

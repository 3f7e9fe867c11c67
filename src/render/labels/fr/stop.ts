import type { Labels } from '../en/pages.ts'

/** The page behind the link that stops reminders, in French. */
export const stop: Labels['stop'] = {
  title: 'Arrêter les rappels',
  asks: (about) => `Vous avez reçu un rappel (${about}). Vous pouvez arrêter ces e-mails ici.`,
  document: (about) => `Arrêter les rappels\u202f: ${about}`,
  customer: (business) =>
    business ? `Arrêter tous les rappels de ${business}` : 'Arrêter tous les rappels',
  stillComes:
    'Vous continuerez à recevoir factures, devis et reçus\u202f; seuls les rappels s’arrêtent.',
  stopped: {
    title: 'Les rappels sont arrêtés',
    document: (about) => `Vous ne recevrez plus de rappels pour ce document\u202f: ${about}.`,
    customer: (business) =>
      business
        ? `Vous ne recevrez plus de rappels de ${business}.`
        : 'Vous ne recevrez plus de rappels.',
  },
  changedMind: 'Vous avez changé d’avis\u202f? Dites-le-nous, et nous les rétablirons.',
  missing: 'Choisissez les rappels à arrêter.',
}

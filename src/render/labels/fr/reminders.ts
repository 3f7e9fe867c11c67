import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['reminders']

const invoice: Words['invoice'] = {
  ahead: (date) => `Un bref rappel\u202f: l’échéance de cette facture est fixée au ${date}.`,
  friendly: (date) =>
    `Cela vous a peut-être échappé\u202f: l’échéance de cette facture était fixée au ${date}. Nous vous saurions gré de la payer dans les prochains jours.`,
  plain: (date) =>
    `L’échéance de cette facture était fixée au ${date}, et elle reste à payer. Veuillez la payer maintenant.`,
  last: (date) =>
    `L’échéance de cette facture était fixée au ${date}, et nous n’avons pas reçu votre paiement. Veuillez la payer aujourd’hui, ou dites-nous ce qui vous en empêche\u202f: nous trouverons une solution.`,
  unseen:
    'Si notre précédent e-mail ne vous est pas parvenu, la facture s’ouvre par le bouton ci-dessous.',
  seen: 'Si quelque chose n’est pas clair dans la facture, répondez à cet e-mail, et nous vous l’expliquerons.',
  crossed: 'Si votre paiement est déjà en route, merci\u202f; il n’y a alors plus rien à faire.',
}

const estimate: Words['estimate'] = {
  friendly: 'Nous vous avons envoyé ce devis et serions heureux de savoir ce que vous en pensez.',
  plain: 'Ce devis attend encore votre réponse.',
  last: 'Ce devis attend encore votre réponse. Quelle que soit votre décision, vous pouvez nous l’indiquer sur la page du devis en deux clics, et nous ne vous écrirons plus à ce sujet.',
  until: (date) => `Vous pouvez l’accepter jusqu’au ${date}.`,
  unseen:
    'Si notre précédent e-mail ne vous est pas parvenu, le devis s’ouvre par le bouton ci-dessous.',
  seen: 'Si vous avez une question, ou souhaitez un changement, répondez à cet e-mail.',
}

/** What reminders and nudges say in French. */
export const reminders: Words = {
  subject: (subject) => `Rappel\u202f: ${subject}`,
  wasDue: (amount, date) => `${amount}, échéance dépassée (${date})`,
  invoice,
  estimate,
  stop: {
    why: 'Vous recevez ce rappel parce que ce document est en attente.',
    label: 'Arrêter les rappels',
  },
}

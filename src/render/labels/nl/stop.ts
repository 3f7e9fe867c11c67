import type { Labels } from '../en/pages.ts'

/** The page behind the link that stops reminders, in Dutch. */
export const stop: Labels['stop'] = {
  title: 'Herinneringen stoppen',
  asks: (about) =>
    `U hebt een herinnering ontvangen over ${about}. Hier kunt u zulke e-mails stoppen.`,
  document: (about) => `Herinneringen over ${about} stoppen`,
  customer: (business) =>
    business ? `Alle herinneringen van ${business} stoppen` : 'Alle herinneringen stoppen',
  stillComes:
    'Facturen, offertes en betaalbewijzen blijft u ontvangen; alleen de herinneringen stoppen.',
  stopped: {
    title: 'De herinneringen zijn gestopt',
    document: (about) => `U ontvangt geen herinneringen meer over ${about}.`,
    customer: (business) =>
      business
        ? `U ontvangt geen herinneringen meer van ${business}.`
        : 'U ontvangt geen herinneringen meer.',
  },
  changedMind: 'Van gedachten veranderd? Laat het ons weten, dan zetten wij ze weer aan.',
  missing: 'Kies wat er moet stoppen.',
}

import type { Labels } from '../en/pages.ts'

/** The page behind the link that stops reminders, in German. */
export const stop: Labels['stop'] = {
  title: 'Erinnerungen beenden',
  asks: (about) =>
    `Sie haben eine Erinnerung zu ${about} erhalten. Hier können Sie solche E-Mails abbestellen.`,
  document: (about) => `Keine Erinnerungen mehr zu ${about}`,
  customer: (business) =>
    business ? `Keine Erinnerungen mehr von ${business}` : 'Gar keine Erinnerungen mehr',
  stillComes:
    'Rechnungen, Angebote und Quittungen erhalten Sie weiterhin; nur die Erinnerungen enden.',
  stopped: {
    title: 'Erinnerungen beendet',
    document: (about) => `Sie erhalten keine Erinnerungen mehr zu ${about}.`,
    customer: (business) =>
      business
        ? `Sie erhalten keine Erinnerungen mehr von ${business}.`
        : 'Sie erhalten keine Erinnerungen mehr.',
  },
  changedMind:
    'Haben Sie es sich anders überlegt? Sagen Sie es uns, und wir schalten sie wieder ein.',
  missing: 'Wählen Sie, was beendet werden soll.',
}

import type { Labels } from '../en/pages.ts'

/** The page behind the link that stops reminders, in Polish. */
export const stop: Labels['stop'] = {
  title: 'Zatrzymaj przypomnienia',
  asks: (about) =>
    `Otrzymali Państwo przypomnienie (${about}). Tutaj można zatrzymać takie wiadomości.`,
  document: (about) => `Zatrzymaj przypomnienia: ${about}`,
  customer: (business) =>
    business
      ? `Zatrzymaj wszystkie przypomnienia od ${business}`
      : 'Zatrzymaj wszystkie przypomnienia',
  stillComes: 'Faktury, wyceny i pokwitowania będą nadal przychodzić; ustają tylko przypomnienia.',
  stopped: {
    title: 'Przypomnienia zatrzymane',
    document: (about) => `Nie będzie więcej przypomnień o tym dokumencie: ${about}.`,
    customer: (business) =>
      business ? `Nie będzie więcej przypomnień od ${business}.` : 'Nie będzie więcej przypomnień.',
  },
  changedMind: 'Zmiana decyzji? Prosimy dać nam znać, a włączymy je ponownie.',
  missing: 'Prosimy wybrać, co zatrzymać.',
}

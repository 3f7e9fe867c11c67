import type { Labels } from '../en/pages.ts'

/** The page behind the link that stops reminders, in Portuguese. */
export const stop: Labels['stop'] = {
  title: 'Parar lembretes',
  asks: (about) => `Você recebeu um lembrete (${about}). Aqui você pode parar esses e-mails.`,
  document: (about) => `Parar lembretes sobre ${about}`,
  customer: (business) =>
    business ? `Parar todos os lembretes de ${business}` : 'Parar todos os lembretes',
  stillComes: 'Faturas, orçamentos e recibos continuam a chegar; apenas os lembretes param.',
  stopped: {
    title: 'Os lembretes foram parados',
    document: (about) => `Você não receberá mais lembretes sobre ${about}.`,
    customer: (business) =>
      business
        ? `Você não receberá mais lembretes de ${business}.`
        : 'Você não receberá mais lembretes.',
  },
  changedMind: 'Mudou de ideia? Avise-nos, e nós os ativamos de novo.',
  missing: 'Escolha o que parar.',
}

import type { Labels } from '../en/pages.ts'

/** The page behind the link that stops reminders, in Portuguese. */
export const stop: Labels['stop'] = {
  title: 'Interromper lembretes',
  asks: (about) => `Você recebeu um lembrete (${about}). Aqui você pode interromper esses e-mails.`,
  document: (about) => `Interromper lembretes: ${about}`,
  customer: (business) =>
    business ? `Interromper todos os lembretes de ${business}` : 'Interromper todos os lembretes',
  stillComes:
    'Faturas, orçamentos e recibos continuam a chegar; apenas os lembretes são interrompidos.',
  stopped: {
    title: 'Os lembretes foram interrompidos',
    document: (about) => `Você não receberá mais lembretes sobre este documento: ${about}.`,
    customer: (business) =>
      business
        ? `Você não receberá mais lembretes de ${business}.`
        : 'Você não receberá mais lembretes.',
  },
  changedMind: 'Mudou de ideia? Avise-nos, e nós os ativaremos de novo.',
  missing: 'Escolha quais lembretes interromper.',
}

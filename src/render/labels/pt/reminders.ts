import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['reminders']

const invoice: Words['invoice'] = {
  ahead: (date) => `Um breve lembrete: esta fatura vence em ${date}.`,
  friendly: (date) =>
    `Talvez tenha passado despercebido: esta fatura venceu em ${date}. Ficaríamos gratos se você pudesse pagá-la nos próximos dias.`,
  plain: (date) =>
    `Esta fatura venceu em ${date} e ainda está em aberto. Por favor, pague-a agora.`,
  last: (date) =>
    `Esta fatura venceu em ${date}, e não recebemos seu pagamento. Por favor, pague-a hoje ou conte-nos o que impede o pagamento: encontraremos uma solução.`,
  unseen: 'Caso nosso e-mail anterior não tenha chegado: aqui está a fatura de novo.',
  seen: 'Se algo na fatura não estiver claro, responda a este e-mail, e nós esclareceremos.',
  crossed: 'Se seu pagamento já está a caminho, obrigado; então não há mais nada a fazer.',
}

const estimate: Words['estimate'] = {
  friendly: 'Enviamos a você este orçamento e gostaríamos de saber o que achou.',
  plain: 'Este orçamento ainda aguarda sua resposta.',
  last: 'Este orçamento ainda aguarda sua resposta. Seja qual for sua decisão, você pode nos informar na página do orçamento com dois cliques, e não escreveremos mais sobre isso.',
  until: (date) => `Você pode aprová-lo até ${date}.`,
  unseen: 'Caso nosso e-mail anterior não tenha chegado: aqui está o orçamento de novo.',
  seen: 'Se tiver uma pergunta ou quiser alguma alteração, responda a este e-mail.',
}

/** What reminders and nudges say in Portuguese. */
export const reminders: Words = {
  subject: (subject) => `Lembrete: ${subject}`,
  wasDue: (amount, date) => `${amount}, venceu em ${date}`,
  invoice,
  estimate,
  stop: {
    why: 'Você recebe este lembrete porque este documento está em aberto.',
    label: 'Interromper lembretes',
  },
}

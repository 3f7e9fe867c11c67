/** Everything that mails say in Portuguese. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import { disputeReasons } from './disputes.ts'
import { mailHistory } from './history.ts'
import { mailApproval } from './mail-approval.ts'
import { reminders } from './reminders.ts'

const summaries: MailLabels['summaries'] = {
  due: (amount, date) => (date ? `${amount} a pagar, vencimento em ${date}` : `${amount} a pagar`),
  valid: (amount, date) => (date ? `${amount}, válido até ${date}` : amount),
  paid: (amount) => `${amount}, paga integralmente`,
  approved: (amount) => `${amount}, aprovado`,
  credit: (amount) => `crédito de ${amount}`,
  nothing: 'nada a pagar',
  for: (amount, about) => `${amount} (${about})`,
}

const facts: MailLabels['facts'] = {
  amountDue: 'Valor a pagar',
  balanceDue: 'Saldo a pagar',
  credit: 'Crédito',
  total: 'Total',
  paidSoFar: 'Pago até agora',
  onItsWay: 'Pagamento em processamento',
  due: 'Vencimento',
  validUntil: 'Válido até',
  issued: 'Data',
  deposit: 'Adiantamento necessário',
  forInvoice: 'Referente à fatura',
  addressee: {
    invoice: 'Faturado para',
    estimate: 'Orçamento para',
    credit_note: 'Crédito para',
  },
  customer: 'Cliente',
  when: 'Quando',
  link: 'Link',
  reason: 'Motivo',
  recipient: 'Enviado para',
  next: 'Próximo passo',
  paid: 'Valor pago',
  refunded: 'Reembolsado',
  paidOn: 'Pago em',
  refundedOn: 'Reembolsado em',
  for: 'Referente a',
  method: 'Forma de pagamento',
  reference: 'Referência',
  receipt: 'Recibo',
  left: 'Falta pagar',
  answerBy: 'Responder até',
}

const texts: MailLabels['texts'] = {
  paidInFull: 'Esta fatura está paga integralmente. Não há nada a pagar.',
  nothingToPay: 'Não há nada a pagar.',
  received: 'Recebemos seu pagamento. Obrigado.',
  depositReceived: 'Recebemos seu adiantamento. Obrigado.',
  sentBack:
    'O valor é devolvido pelo mesmo meio com que foi pago. Pode levar alguns dias até que apareça na sua conta.',
  givenBack: 'Devolvemos este valor a você.',
  creditNote: 'Este valor é um crédito a seu favor. Não há nada a pagar.',
  estimate:
    'Abra o orçamento para ver o que está incluído e para aprová-lo, recusá-lo ou fazer uma pergunta.',
  buttonFails: 'Se o botão não funcionar, copie este endereço para o seu navegador:',
  secrecy: 'Quem tiver este link pode ver o documento. Trate-o como uma senha.',
  message: (business) => (business ? `Mensagem de ${business}` : 'Mensagem'),
  howToPay: 'Como pagar',
  approved: 'Você aprovou este orçamento.',
  questions: 'Tem alguma pergunta? Responda a este e-mail.',
}

const test: MailLabels['test'] = {
  subject: (subject) => `[Teste] ${subject}`,
  banner: 'Este é um e-mail de teste. Só você o recebeu; nada foi enviado ao seu cliente.',
  connection: {
    subject: 'O envio de e-mails funciona',
    text: 'Este e-mail foi enviado para verificar as configurações de e-mail do seu portal. Você o está lendo, portanto elas funcionam.',
    business: 'Empresa',
    transport: 'Enviado por',
    folder: (dir) => `a pasta ${dir}`,
    next: 'Próximo passo: portal send --test <número> envia a você o e-mail que um cliente receberia.',
  },
}

const notices: MailLabels['notices'] = {
  paid: (customer, amount, about) => `${customer} pagou ${amount} (${about})`,
  paymentFailed: (amount, about) => `Um pagamento de ${amount} (${about}) falhou`,
  refunded: (amount, about) => `Reembolso de ${amount} (${about})`,
  disputed: {
    open: (amount, about) => `Um pagamento de ${amount} (${about}) foi contestado`,
    won: (amount, about) => `A contestação de ${amount} (${about}) foi ganha`,
    lost: (amount, about) => `A contestação de ${amount} (${about}) foi perdida`,
  },
  needsReview: (about) => `Um pagamento precisa da sua atenção: ${about}`,
  askAgain: (command) => `O pagamento e os lembretes ficam suspensos até o comando: ${command}`,
  answer: (provider, command) => `Responda no painel de ${provider} e depois: ${command}`,
  theProvider: 'seu provedor de pagamentos',
  disputeReasons,
  viewed: (customer, about) => `${customer} abriu ${about}`,
  mailFailed: (about) => `E-mail não entregue: ${about}`,
  about: {
    invoice: (number) => `fatura ${number}`,
    estimate: (number) => `orçamento ${number}`,
    credit_note: (number) => `nota de crédito ${number}`,
  },
  aDocument: 'um documento',
  aCustomer: 'Um cliente',
}

const count = (one: string, other: string) => plural('pt', { one, many: other, other })

const digest: MailLabels['digest'] = {
  title: (date) => `O que aconteceu até ${date}`,
  more: plural('pt', {
    one: 'E mais #: portal status.',
    many: 'E mais #: portal status.',
    other: 'E mais #: portal status.',
  }),
  events: {
    viewed: count('# visualização', '# visualizações'),
    approved: count('# aprovação', '# aprovações'),
    declined: count('# recusa', '# recusas'),
    paid: count('# pagamento', '# pagamentos'),
    payment_failed: count('# pagamento falhou', '# pagamentos falharam'),
    refunded: count('# reembolso', '# reembolsos'),
    disputed: count('# contestação', '# contestações'),
    needs_review: count('# a verificar', '# a verificar'),
    mail_failed: count('# e-mail não entregue', '# e-mails não entregues'),
    question: count('# pergunta', '# perguntas'),
  },
}

export const mail: MailLabels = {
  language: 'pt',
  line: (label, value) => `${label}: ${value}`,
  lead: (label) => `${label}:`,
  subject: (name, business, summary) =>
    business ? `${name} de ${business}: ${summary}` : `${name}: ${summary}`,
  withPercent: (amount, percent) => `${amount} (${percent})`,
  summaries,
  facts,
  buttons: {
    invoice: 'Ver fatura',
    pay: 'Ver fatura e pagar',
    estimate: 'Ver orçamento',
    credit_note: 'Ver nota de crédito',
    receipt: 'Ver recibo',
  },
  texts,
  test,
  notices,
  digest,
  refund: 'Reembolso',
  approval: mailApproval,
  history: mailHistory,
  reminders,
}

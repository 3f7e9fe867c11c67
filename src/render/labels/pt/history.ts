/** The customer's history and statement in Portuguese. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['history']

const states: Words['states'] = {
  open: 'Em aberto',
  due: (date) => `Vence em ${date}`,
  overdue: 'Vencida',
  left: (total) => `de um total de ${total}`,
  onItsWay: (amount) => `pagamento de ${amount} em processamento`,
  paid: 'Paga',
  refunded: 'Reembolsada',
  partlyRefunded: 'Reembolsada em parte',
  overpaid: 'Paga a mais',
  cancelled: 'Documento cancelado',
  closed: 'Encerrada',
  credit: 'Crédito',
  nothing: 'Nada a pagar',
  validUntil: (date) => `Válido até ${date}`,
  expired: (date) => `Era válido até ${date}`,
  approved: 'Aprovado',
  depositDue: (amount) => `Aprovado, adiantamento de ${amount} a pagar`,
  declined: 'Recusado',
  invoiced: (number) => (number ? `Convertido na fatura ${number}` : 'Convertido em fatura'),
}

const statement: Words['statement'] = {
  title: 'Extrato',
  heading: 'Extrato da conta',
  from: 'De',
  until: 'Até',
  download: 'Baixar extrato',
  problems: {
    no_date: 'Informe uma data, como 2025-01-31.',
    too_early: 'Informe um dia que não seja anterior ao primeiro.',
  },
  for: 'Para:',
  begins: 'Início:',
  ends: 'Fim:',
  currency: 'Moeda:',
  days: (from, until) => `de ${from} a ${until}`,
  columns: { date: 'Data', what: 'Movimento', amount: 'Valor', balance: 'Saldo' },
  opening: 'Saldo inicial',
  closing: 'Saldo final',
  inFavor: 'A seu favor',
  nothing: 'Não houve faturas nem pagamentos até então.',
  movements: {
    invoice: (number) => `Fatura ${number}`,
    credit_note: (number) => `Nota de crédito ${number}`,
    cancelled: (number) => `Fatura ${number} cancelada`,
    disputing: (number) => `Contestação sobre ${number}, ainda não decidida`,
    credit: (number) => `Crédito sobre ${number}`,
    other: (what, number) => `${what}, ${number}`,
  },
  note: 'Pagamentos em processamento não estão incluídos.',
}

export const history: Words = {
  see: 'Ver seu histórico',
  title: 'Seu histórico',
  titleFrom: (business) => (business ? `Seu histórico com ${business}` : 'Seu histórico'),
  outstanding: plural('pt', {
    one: 'em aberto em # fatura',
    many: 'em aberto em # de faturas',
    other: 'em aberto em # faturas',
  }),
  alsoOutstanding: (amount) => `e ${amount}`,
  nothingOutstanding: 'Não há nada em aberto. Obrigado.',
  nothing: 'Ainda não há nada aqui.',
  forCustomer: (name) => `Para ${name}`,
  until: (when) => `Esta página fica disponível até ${when}.`,
  lists: {
    outstanding: 'Faturas em aberto',
    estimates: 'Orçamentos',
    settled: 'Pagas e encerradas',
    payments: 'Pagamentos e recibos',
  },
  columns: { document: 'Documento', date: 'Data', state: 'Situação', amount: 'Valor' },
  states,
  mailLink: 'Receber o link',
  mailLinkTo: (about) => `Receber o link: ${about}`,
  receipt: (number) => `Recibo ${number}`,
  downloadReceipt: (number) => `Baixar o recibo ${number} em PDF`,
  earlier: 'Anteriores',
  later: 'Posteriores',
  howToOpen:
    'Para sua segurança, cada documento abre com um link próprio, enviado ao endereço de e-mail que temos cadastrado.',
  askUs:
    'Não temos um endereço de e-mail seu. Para abrir um documento de novo, peça-nos um link, por favor.',
  asked: (about) =>
    `Um link (${about}) está sendo enviado para o endereço de e-mail que temos cadastrado, a não ser que um já tenha sido enviado na última hora.`,
  closed: (about) =>
    `Este documento não pode mais ser aberto: ${about}. Entre em contato conosco a respeito, por favor.`,
  statement,
}

/** The mail that brings the link. */
export const mailHistory: MailLabels['history'] = {
  subject: (business) => (business ? `Seu histórico com ${business}` : 'Seu histórico'),
  preheader: (when) => `O link é válido até ${when}`,
  title: 'Seu histórico',
  sentences: [
    'Aqui está o link que você pediu para suas faturas, orçamentos, pagamentos e recibos.',
    'Não foi você que pediu? Então pode ignorar este e-mail: o link foi enviado só a você.',
  ],
  works: 'Válido até',
  button: 'Ver seu histórico',
  secrecy: 'Quem tiver este link pode ver seu histórico. Trate-o como uma senha.',
}

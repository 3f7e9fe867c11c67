/** Everything that pages and printed sheets say in Portuguese. */

import type { Labels } from '../en/pages.ts'
import { approval } from './approval.ts'
import { certificate } from './certificate.ts'
import { history } from './history.ts'
import { notices, renewal } from './notices.ts'
import { online } from './payments.ts'
import { stop } from './stop.ts'

const headings: Labels['headings'] = {
  invoice: (number) => `Fatura nº ${number}`,
  estimate: (number) => `Orçamento nº ${number}`,
  credit_note: (number) => `Nota de crédito nº ${number}`,
}

const names: Labels['names'] = {
  invoice: (number) => `Fatura ${number}`,
  estimate: (number) => `Orçamento ${number}`,
  credit_note: (number) => `Nota de crédito ${number}`,
}

const titles: Labels['titles'] = {
  invoice: (business) => (business ? `Fatura de ${business}` : 'Fatura'),
  estimate: (business) => (business ? `Orçamento de ${business}` : 'Orçamento'),
  credit_note: (business) => (business ? `Nota de crédito de ${business}` : 'Nota de crédito'),
}

const facts: Labels['facts'] = {
  date: 'Data:',
  due: 'Vencimento:',
  validUntil: 'Válido até:',
  updated: 'Alterado em',
  forInvoice: 'Referente à fatura:',
  forEstimate: 'Referente ao orçamento:',
  invoice: 'Fatura:',
}

const items: Labels['items'] = {
  title: 'Itens',
  description: 'Descrição',
  quantity: 'Qtd.',
  rate: 'Preço',
  amount: 'Valor',
  discount: (percent, amount) =>
    percent ? `Desconto de ${percent}: ${amount}` : `Desconto: ${amount}`,
  taxes: (list) => `Impostos aplicados: ${list}`,
  untaxed: 'Sem imposto',
}

const totals: Labels['totals'] = {
  title: 'Totais',
  subtotal: 'Subtotal',
  discount: (percent) => (percent ? `Desconto (${percent})` : 'Desconto'),
  tax: (name, rate) => `${name} (${rate})`,
  includedTax: (name, rate) => `Inclui ${name} (${rate})`,
  totalDue: 'Total a pagar',
  total: 'Total',
  estimateTotal: 'Total:',
  totalCredit: 'Total do crédito',
  depositRequired: 'Adiantamento necessário:',
  depositPaid: 'Adiantamento pago',
  paid: 'Pago',
  refunded: 'Reembolsado',
  disputed: 'Retido por contestação',
  balanceDue: 'Saldo a pagar',
}

const payments: Labels['payments'] = {
  title: 'Pagamentos',
  kinds: {
    payment: 'Pagamento',
    refund: 'Reembolso',
    dispute: 'Pagamento contestado',
    dispute_won: 'Contestação resolvida',
    refund_failed: 'Reembolso devolvido',
    transfer_in: 'Adiantamento do orçamento',
    transfer_out: 'Transferido para a fatura',
    credit: 'Crédito',
  },
  methods: {
    cash: 'dinheiro',
    check: 'cheque',
    bank: 'transferência bancária',
    card: 'cartão',
    ach: 'transferência bancária (ACH)',
    stripe_card: 'cartão',
    square_card: 'cartão',
    stripe_ach: 'transferência bancária (ACH)',
    paypal: 'PayPal',
    sandbox: 'pagamento de teste',
  },
  with: (kind, method) => `${kind} (${method})`,
}

const parts: Labels['parts'] = {
  summary: 'Resumo',
  from: 'De:',
  howToPay: 'Como pagar',
  notes: 'Observações',
  terms: 'Condições',
  business: 'Empresa',
  taxId: (id) => `Identificação fiscal: ${id}`,
  language: 'Idioma',
}

const actions: Labels['actions'] = {
  downloadPdf: 'Baixar PDF',
  print: 'Imprimir',
  contact: 'Contato',
  back: 'Voltar',
  askQuestion: 'Fazer uma pergunta',
  askUpdate: 'Pedir uma atualização',
  howToPay: 'Como pagar',
  links: 'Mais',
}

const states: Labels['states'] = {
  draft: 'Este é um rascunho. Ele não foi enviado.',
  dueOn: (date) => `vencimento em ${date}`,
  validUntil: (date) => `válido até ${date}`,
  partlyPaid: (left, total, paid) => `Falta pagar ${left} de ${total}. Pago até agora: ${paid}.`,
  overdue: (date) => `Esta fatura venceu em ${date}.`,
  processing: (amount) =>
    `Seu pagamento bancário de ${amount} está em processamento. Isso costuma levar até 4 dias úteis. Não é preciso pagar de novo.`,
  onItsWay: 'Pagamento em processamento',
  leftToPay: 'Falta pagar',
  paid: (date) => `Paga integralmente em ${date}. Obrigado.`,
  receipt: (number) => `Recibo ${number}`,
  bankFailed: (amount) => `O pagamento bancário de ${amount} não foi concluído. Nada foi cobrado.`,
  overpaid: (business, amount) =>
    `Recebemos mais do que era devido. ${business} entrará em contato com você a respeito de ${amount}.`,
  refunded: (amount, date) => `Reembolso de ${amount} feito em ${date}.`,
  nothingToPay: 'Nada a pagar.',
  nothingCredit: (amount) => `Nada a pagar. Crédito de ${amount}.`,
  creditNote: (amount) => `Crédito de ${amount}. Nada a pagar.`,
  voidInvoice: (business) => `${business} cancelou esta fatura. Não há nada a pagar.`,
  voidEstimate: (business) => `${business} cancelou este orçamento.`,
  voidCreditNote: (business) => `${business} cancelou esta nota de crédito.`,
  uncollectible: (business) =>
    `${business} encerrou esta fatura. Em caso de dúvida, entre em contato.`,
  depositOnApproval: (amount) => `Adiantamento de ${amount} na aprovação`,
  approved: (date) => `Aprovado em ${date}.`,
  depositPaid: (amount) => `O adiantamento de ${amount} foi pago. Obrigado.`,
  nextDeposit: (amount) => `O próximo passo é pagar um adiantamento de ${amount}.`,
  nextContact: (business) =>
    `${business} entrará em contato com você para tratar dos próximos passos.`,
  depositDue: 'Adiantamento a pagar',
  declined: 'Você recusou este orçamento. Mudou de ideia? Fale conosco.',
  expired: (date) => `Este orçamento era válido até ${date}.`,
  invoiced: (number) =>
    number
      ? `Este orçamento foi convertido na fatura ${number}.`
      : 'Este orçamento foi convertido em fatura.',
  asOf: (date) => `Situação em ${date}. Pagamentos e alterações posteriores não aparecem aqui.`,
  preview: 'Prévia: é isto que seu cliente vê',
  previewEstimate:
    'Prévia: é isto que seu cliente vê. “Aprovar” e “Recusar” aparecem somente no link do cliente.',
  cancelledOn: (date) => `Data do cancelamento: ${date}.`,
  business: 'a empresa',
}

const subjects: Labels['subjects'] = {
  contact: (name) => name,
  question: (name) => `Pergunta: ${name}`,
  update: (name) => `Pedido de atualização: ${name}`,
  newLink: 'Pedido de um novo link',
  problem: (reference) =>
    reference
      ? `Problema com uma página, código de referência ${reference}`
      : 'Problema com uma página',
}

export const pages: Labels = {
  language: 'pt',
  joint: ' ',
  headings,
  names,
  titles,
  addressee: {
    invoice: 'Faturado para:',
    estimate: 'Orçamento para:',
    credit_note: 'Crédito para:',
  },
  facts,
  items,
  totals,
  payments,
  parts,
  actions,
  states,
  subjects,
  notices,
  renewal,
  reference: (code) => `Código de referência: ${code}`,
  pageNumber: ['Página ', ' de ', ''],
  online,
  approval,
  certificate,
  stop,
  history,
}

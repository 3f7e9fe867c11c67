/** Everything that the pages around a payment say in Portuguese. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['online']

const days = 'Isso costuma levar até 4 dias úteis.'
const noneTaken = 'Nenhum valor foi cobrado.'
const notAgain = 'Não é preciso pagar de novo.'

const pay: Words['pay'] = {
  title: {
    invoice: (number) => `Pagar a fatura ${number}`,
    estimate: (number) => `Pagar o adiantamento do orçamento ${number}`,
    credit_note: (number) => `Nota de crédito ${number}`,
  },
  dueNow: 'a pagar agora',
  howMuch: 'Quanto você gostaria de pagar?',
  allDue: (amount) => `Valor total devido: ${amount}`,
  another: 'Outro valor',
  amount: (currency) => `Valor em ${currency}`,
  bounds: (least, most) => `De ${least} a ${most}.`,
  leaves: (least) => `O que ainda restar a pagar depois deve ser zero ou pelo menos ${least}.`,
  howToPay: 'Como você gostaria de pagar?',
  wrong: 'Há um problema',
  errorTitle: (title) => `Erro: ${title}`,
  safety:
    'Você paga na página segura do provedor de pagamentos. Nunca vemos os dados do seu cartão ou do seu banco.',
  otherWays: 'Outras formas de pagar',
  receipts: 'Recibos',
  unavailable: {
    title: 'O pagamento online não está disponível agora.',
    text: `${noneTaken} Tente de novo em alguns minutos.`,
    instead: 'Ou pague da forma descrita abaixo.',
  },
}

const methods: Words['methods'] = {
  stripe_card: { label: 'Cartão', hint: '' },
  square_card: { label: 'Cartão', hint: '' },
  stripe_ach: {
    label: 'Transferência bancária (ACH)',
    hint: `De uma conta bancária nos EUA. ${days}`,
  },
  paypal: { label: 'PayPal', hint: '' },
  sandbox: { label: 'Pagamento de teste', hint: 'Uma página fictícia para experimentar.' },
}

const problems: Words['problems'] = {
  amount_choice: {
    missing: 'Escolha quanto pagar.',
    not_offered: (due) => `Só é possível pagar o valor inteiro: ${due}.`,
  },
  amount: {
    missing: 'Informe o valor a pagar.',
    not_an_amount: (example) => `Informe o valor em algarismos, como ${example}.`,
    not_positive: 'Informe um valor acima de zero.',
    too_many_digits: (example) => `Não informe mais algarismos do que em ${example}.`,
    too_much: (most) => `Informe no máximo ${most}, o valor total devido.`,
    too_little: (least) => `Informe pelo menos ${least}.`,
    leaves_too_little: (all, most) =>
      `Pague tudo (${all}) ou no máximo ${most}: senão restaria muito pouco.`,
  },
  method: {
    missing: 'Escolha como pagar.',
    not_offered: 'Escolha uma das formas de pagamento oferecidas.',
    not_for_this_amount: 'Este valor não pode ser pago desta forma.',
  },
}

const notPayable: Words['notPayable'] = {
  not_open: {
    invoice: {
      title: 'Esta fatura não pode ser paga agora',
      text: 'Ela não está aberta para pagamento. No momento, nada é pedido a você.',
    },
    estimate: {
      title: 'Não há adiantamento a pagar agora',
      text: 'Um adiantamento pode ser pago depois que o orçamento for aprovado.',
    },
  },
  void: {
    title: 'Não há nada a pagar',
    text: 'O documento foi cancelado. Nenhum pagamento é necessário.',
  },
  already_paid: { title: 'Isto já está pago', text: 'Não há nada a pagar. Obrigado.' },
  processing: { title: 'Seu pagamento está em processamento', text: notAgain },
  resting: {
    title: 'Nada a pagar no momento',
    text: 'Depois do reembolso, nenhum pagamento é pedido.',
  },
  offline: {
    title: 'Isto não pode ser pago online',
    text: 'Pague de outra forma, por favor, ou fale conosco.',
  },
  no_method: {
    title: 'Isto não pode ser pago online',
    text: 'Nenhuma forma de pagamento online serve para este valor. Pague de outra forma, por favor, ou fale conosco.',
  },
}

const handOver: Words['handOver'] = {
  title: (provider) => `Continuar em ${provider}`,
  paying: (amount, business, about) =>
    `Você está prestes a pagar ${amount} para ${business} (${about}).`,
  byItself: 'Seu navegador vai para lá automaticamente. Se nada acontecer, use o botão.',
  next: 'O que acontece depois',
  steps: {
    pay: (provider) => `Você paga na página segura de ${provider}. Antes disso, nada é cobrado.`,
    bank: 'Depois, um pagamento bancário costuma levar até 4 dias úteis.',
    back: 'Você volta para cá e vê se o pagamento deu certo.',
    receipt: 'Enviaremos um recibo por e-mail quando o dinheiro chegar.',
  },
}

const returned: Words['returned'] = {
  paid: {
    title: 'Pagamento recebido',
    text: (amount, about) => `Recebemos ${amount} (${about}). Obrigado.`,
    next: 'Não há mais nada a pagar.',
  },
  processing: {
    title: 'Seu pagamento está em processamento',
    bank: (amount) =>
      `Seu pagamento bancário de ${amount} está em processamento. ${days} ${notAgain}`,
    other: (amount, provider) =>
      `${provider} ainda está verificando seu pagamento de ${amount}. ${notAgain}`,
    next: 'Você não precisa fazer mais nada.',
  },
  not_finished: {
    title: 'O pagamento não foi concluído',
    text: noneTaken,
    next: 'Você pode tentar de novo quando quiser.',
  },
  declined: {
    title: 'O pagamento não foi concluído',
    text: (amount) => `O pagamento de ${amount} foi recusado. ${noneTaken}`,
    bank: (amount) => `O pagamento bancário de ${amount} não foi concluído. Nada foi cobrado.`,
    next: 'Tente de novo, escolha outra forma de pagamento ou consulte seu banco.',
  },
  already_paid: {
    title: (about) => `Já está pago: ${about}`,
    text: 'Não há mais nada a pagar. Desta vez, nenhum valor foi cobrado.',
    moved: (amount) => `Não há mais nada a pagar. Seu pagamento de ${amount} foi recebido.`,
    next: 'Você não precisa fazer nada.',
  },
  void: {
    title: (about) => `Documento cancelado: ${about}`,
    text: `Não há nada a pagar. ${noneTaken}`,
    moved: (amount, business) =>
      `Seu pagamento de ${amount} foi recebido depois do cancelamento. ${business} recebeu o aviso e entrará em contato com você.`,
    next: 'Você não precisa fazer nada.',
  },
  changed: {
    title: 'O valor mudou',
    text: (about) => `O documento (${about}) mudou enquanto você pagava. ${noneTaken}`,
    moved: (about, amount, business) =>
      `O documento (${about}) mudou enquanto você pagava. Seu pagamento de ${amount} foi recebido; ${business} recebeu o aviso e entrará em contato com você.`,
    next: 'Veja quanto há a pagar agora e pague esse valor.',
  },
  needs_review: {
    title: 'Estamos verificando seu pagamento',
    text: (amount, business) =>
      `Algo no seu pagamento de ${amount} precisa ser analisado por uma pessoa. ${business} recebeu o aviso e entrará em contato com você.`,
    next: 'Se algum valor foi cobrado, ele não está perdido. Não pague de novo, por favor.',
  },
  confirming: {
    title: 'Estamos confirmando seu pagamento',
    text: 'Isso costuma levar alguns segundos. Esta página se atualiza sozinha.',
    over: 'Está levando mais tempo que o normal. Continuamos verificando e enviaremos um recibo por e-mail quando o pagamento for confirmado.',
    next: 'Enquanto isso, não pague de novo, por favor. Ainda não sabemos se algum valor foi cobrado.',
  },
  unreachable: {
    title: (provider) => `Não conseguimos nos comunicar com ${provider} agora`,
    text: 'Se você concluiu o pagamento lá, ele não está perdido: verificamos de novo automaticamente. Se não concluiu, nenhum valor foi cobrado.',
    next: 'Veja esta página de novo em alguns minutos, antes de pagar outra vez.',
    byItself:
      'Esta página verifica de novo automaticamente. Enquanto isso, não pague de novo, por favor.',
  },
  left: (amount) => `Falta pagar ${amount}.`,
  mailed: 'Enviaremos um recibo por e-mail.',
  openLink: 'Para ver a situação atual, abra o link na mensagem que você recebeu de nós.',
}

const receipt: Words['receipt'] = {
  heading: (number) => `Recibo nº ${number}`,
  name: (number) => `Recibo ${number}`,
  title: (business) => (business ? `Recibo de ${business}` : 'Recibo'),
  receivedFrom: 'Recebido de:',
  date: 'Data:',
  method: 'Forma de pagamento:',
  reference: 'Referência:',
  for: {
    invoice: 'Referente à fatura:',
    estimate: 'Referente ao orçamento:',
    credit_note: 'Referente à nota de crédito:',
  },
  sums: 'Pagamento',
  total: { invoice: 'Total da fatura', estimate: 'Total do orçamento', credit_note: 'Total' },
  amount: 'Valor pago',
  refundedOn: (date) => `Reembolsado em ${date}`,
  kept: 'Valor pago após reembolsos',
  leftAfter: 'Falta pagar após este pagamento',
  leftNow: (amount) => `Falta pagar agora: ${amount}.`,
  received: (date) => `Recebido em ${date}. Obrigado.`,
  refundedWhole: (date) => `Este pagamento foi reembolsado em ${date}.`,
  refundedPartly: (amount, date) => `Reembolso parcial de ${amount} em ${date}.`,
  note: (about) => `pago (${about})`,
}

const sandbox: Words['sandbox'] = {
  title: 'Pagamento de teste',
  brand: 'Sandbox Pay',
  banner: 'MODO DE TESTE',
  text: 'Esta página faz o papel de um provedor de pagamentos. Nenhum dinheiro real é movimentado aqui.',
  toPay: 'Valor',
  choose: 'O que deve acontecer?',
  outcomes: {
    paid: 'Pagar',
    declined: 'Recusar',
    canceled: 'Cancelar',
    pending: 'Pagar depois (pendente)',
  },
  later: { paid: 'Deixar concluir', declined: 'Deixar falhar' },
  states: {
    open: '',
    pending: 'Este pagamento está pendente, como uma transferência bancária por alguns dias.',
    paid: 'Este pagamento foi feito.',
    declined: 'Este pagamento foi recusado.',
    canceled: 'Este pagamento foi cancelado.',
    expired: 'Esta página expirou.',
  },
  back: 'Voltar à loja',
}

export const online: Words = {
  pay,
  methods,
  providers: {
    stripe: 'Stripe',
    square: 'Square',
    paypal: 'PayPal',
    sandbox: 'Sandbox Pay',
  },
  problems,
  notPayable,
  handOver,
  returned,
  receipt,
  sandbox,
  actions: {
    payNow: 'Pagar agora',
    payDeposit: 'Pagar adiantamento',
    payAnother: 'Pagar outro valor',
    payAnotherWay: 'Pagar de outra forma',
    payRest: 'Pagar o restante',
    tryAgain: 'Tentar de novo',
    checkAgain: 'Verificar de novo',
    downloadReceipt: 'Baixar recibo',
    view: {
      invoice: 'Ver fatura',
      estimate: 'Ver orçamento',
      credit_note: 'Ver nota de crédito',
    },
  },
  testMode: 'MODO DE TESTE: nenhum dinheiro real é movimentado.',
}

/** Everything that the pages around approving and declining say in Portuguese. */

import { plural } from '../../plural.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['approval']

const approve: Words['approve'] = {
  title: (about) => `Aprovação: ${about}`,
  intro: 'Confira os dados, por favor. A assinatura fica no final desta página.',
  sign: 'Aprovar e assinar',
  name: 'Seu nome completo',
  how: 'Como você gostaria de assinar?',
  typed: { label: 'Digitar meu nome', hint: 'Seu nome acima é sua assinatura.' },
  drawn: { label: 'Desenhar minha assinatura', hint: 'Com o mouse, uma caneta ou o dedo.' },
  typedOnly: 'Seu nome, como você o digita aqui, é sua assinatura.',
  pad: {
    title: 'Sua assinatura',
    canvas: 'Área para desenhar sua assinatura. Se não puder desenhar, digite seu nome.',
    undo: 'Desfazer',
    clear: 'Limpar',
    full: 'Não cabe mais nada. Desfaça ou limpe para desenhar de novo.',
    waiting:
      'A área de desenho precisa de JavaScript. Se ela não aparecer, escolha digitar seu nome.',
    only: {
      canvas:
        'Área para desenhar sua assinatura. Se não puder desenhar, fale conosco para assinar em papel.',
      waiting:
        'A área de desenho precisa de JavaScript. Se ela não aparecer, fale conosco para assinar em papel.',
    },
  },
  next: {
    title: 'Quando você aprovar',
    told: (business) => `${business} recebe um aviso imediatamente.`,
    mailed: 'Enviamos a você por e-mail uma cópia assinada.',
    download: 'Você pode baixar uma cópia assinada.',
    deposit: (amount) =>
      `Será preciso pagar um adiantamento de ${amount}. Nada é cobrado nesta página.`,
    free: 'Nada é cobrado.',
  },
}

const decline: Words['decline'] = {
  title: (about) => `Recusa: ${about}`,
  text: (business) =>
    `${business} recebe o aviso da sua recusa, com o motivo, se você o informar. Depois disso, não há nada a pagar.`,
  reason: 'Motivo (opcional)',
  hint: plural('pt', {
    one: 'Até # caractere.',
    many: 'Até # de caracteres.',
    other: 'Até # caracteres.',
  }),
}

const problems: Words['problems'] = {
  signer_name: {
    missing: 'Informe seu nome completo.',
    unfit: 'O nome tem caracteres que não podem ser exibidos. Digite-o de novo, por favor.',
    a_link: 'Informe seu nome, não um link.',
    a_card: 'Informe seu nome, não um número de cartão.',
    too_long: plural('pt', {
      one: 'Encurte o nome para # caractere.',
      many: 'Encurte o nome para # de caracteres.',
      other: 'Encurte o nome para # caracteres.',
    }),
  },
  signature_kind: {
    missing: 'Escolha como assinar.',
    not_offered: 'Escolha uma das formas de assinar oferecidas.',
    changed: 'A forma de assinar mudou. Assine, por favor, como esta página pede agora.',
  },
  signature: {
    missing: 'Desenhe sua assinatura ou escolha digitá-la.',
    empty: 'O desenho está vazio. Desenhe sua assinatura ou escolha digitá-la.',
    not_an_image:
      'O desenho não chegou completo. Desenhe de novo, por favor, ou escolha digitar a assinatura.',
    too_big:
      'O desenho é grande demais. Desenhe de novo com menos traços, por favor, ou escolha digitar a assinatura.',
  },
  drawing: {
    missing: 'Desenhe sua assinatura.',
    empty: 'O desenho está vazio. Desenhe sua assinatura.',
    not_an_image: 'O desenho não chegou completo. Desenhe de novo, por favor.',
    too_big: 'O desenho é grande demais. Desenhe de novo com menos traços, por favor.',
  },
  consent: { missing: 'Marque a caixa para concordar em assinar eletronicamente.' },
  reason: {
    unfit: 'O motivo tem caracteres que não podem ser exibidos. Digite-o de novo, por favor.',
    too_long: plural('pt', {
      one: 'Encurte o motivo para # caractere.',
      many: 'Encurte o motivo para # de caracteres.',
      other: 'Encurte o motivo para # caracteres.',
    }),
  },
}

const closed: Words['closed'] = {
  approved: {
    title: 'Este orçamento já foi aprovado',
    text: 'Ele permanece como foi aprovado. Nada foi alterado agora.',
  },
  invoiced: {
    title: 'Este orçamento já foi aprovado',
    text: 'Nada foi alterado agora.',
  },
  declined: {
    title: 'Este orçamento já foi recusado',
    text: 'Mudou de ideia? Fale conosco.',
  },
  expired: {
    title: 'Este orçamento expirou',
    text: 'Não pode mais ser aprovado nem recusado. Você pode pedir uma atualização.',
  },
  void: { title: 'Este orçamento foi cancelado', text: 'Não há nada a pagar.' },
  draft: {
    title: 'Este orçamento ainda não foi enviado',
    text: 'Ele pode ser aprovado ou recusado depois de enviado.',
  },
  view_only: {
    title: 'Este link serve apenas para consulta',
    text: 'Para aprovar ou recusar, use o link da mensagem enviada à pessoa a quem o orçamento se destina, ou fale conosco.',
  },
  preview: {
    title: 'Esta é a sua prévia',
    text: 'Só seu cliente pode aprovar ou recusar, com o link que lhe foi enviado.',
  },
}

const states: Words['states'] = {
  approvedBy: (name, date) => `Aprovado por ${name} em ${date}.`,
  paper: 'Foi assinado em papel.',
  copyTo: (address) => `Uma cópia assinada é enviada por e-mail para ${address}.`,
  ownLink: 'A fatura vem com um link próprio.',
  declinedOn: (date) => `Recusado em ${date}.`,
  told: (business) => `${business} recebeu o aviso.`,
  viewOnly: 'Este link serve apenas para consulta.',
  newer: (date) =>
    `Uma versão anterior foi aprovada em ${date}. Esta é mais recente: confira-a, por favor, e aprove-a ou recuse-a.`,
  expiredNext: (business) =>
    `Não pode mais ser aprovado. ${business} pode informar o que vale agora.`,
  readOnly: (business) => `Para aprovar ou recusar, entre em contato com ${business}.`,
}

export const approval: Words = {
  approve,
  decline,
  problems,
  changed: {
    title: 'Este orçamento mudou',
    text: (business) =>
      `${business} alterou o orçamento enquanto você o consultava. Nada foi aprovado nem recusado. Abaixo está o orçamento como está agora: confira-o de novo, por favor.`,
  },
  unsaved: {
    title: 'Não foi possível salvar agora',
    text: 'Nada foi aprovado nem recusado. O que você preencheu continua aqui: tente de novo em um minuto, por favor.',
  },
  closed,
  states,
  actions: {
    approve: 'Aprovar',
    decline: 'Recusar',
    back: 'Voltar ao orçamento',
    downloadSigned: 'Baixar cópia assinada',
    renew: 'Receber um novo link',
  },
}

/** What the mails about approving and declining say in Portuguese. */

import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['approval']

const approved: Words['approved'] = {
  thanks:
    'Você aprovou este orçamento. Obrigado. A cópia assinada segue em anexo; guarde-a, por favor.',
  depositOnline: (amount) =>
    `É preciso pagar agora um adiantamento de ${amount}. Você pode pagá-lo na página do orçamento.`,
  depositDue: (amount) => `É preciso pagar agora um adiantamento de ${amount}.`,
  depositPaid: (amount) => `Recebemos seu adiantamento de ${amount}.`,
  next: (business) =>
    business
      ? `${business} entrará em contato com você para tratar dos próximos passos.`
      : 'Entraremos em contato com você para tratar dos próximos passos.',
  button: 'Ver e pagar adiantamento',
  check: 'Como verificar a cópia assinada',
  lines: {
    hash: (file, hash) => `SHA-256 de ${file}: ${hash}`,
    chain: (head) => `Fim da cadeia: ${head}`,
    seal: (fingerprint) => `Impressão digital do selo: ${fingerprint}`,
    how: (file) =>
      `Um programa que mostra assinaturas em arquivos PDF, como pdfsig ${file}, diz se a cópia foi alterada desde que foi selada. As últimas páginas da cópia explicam o que é cada um destes dados e o que ele não prova.`,
    plain: (file) =>
      `O arquivo está inalterado se sha256sum ${file} der o que está abaixo. As últimas páginas da cópia explicam o que é cada um destes dados e o que ele não prova.`,
  },
}

export const mailApproval: Words = {
  summaries: {
    approved: (amount, date) => `${amount}, aprovado em ${date}`,
    declined: (amount) => `${amount}, recusado`,
  },
  facts: {
    approvedBy: 'Aprovado por',
    approvedOn: 'Aprovado em',
    declinedOn: 'Recusado em',
    depositDue: 'Adiantamento a pagar',
    signedBy: 'Assinado por',
    signature: 'Assinatura',
    deposit: 'Adiantamento',
  },
  kinds: { typed: 'nome digitado', drawn: 'desenhada', paper: 'em papel', owner: 'nenhuma' },
  approved,
  declined: {
    done: 'Você recusou este orçamento. Não há nada a pagar.',
    mind: 'Mudou de ideia? Fale conosco.',
    reason: 'Seu motivo',
  },
  renewed: {
    subject: (name) => `Novo link: ${name}`,
    asked:
      'Você pediu um novo link. Se não foi você, não é preciso fazer nada: o link foi enviado só a você.',
    expired: (date) =>
      `Este orçamento era válido até ${date}. Recebemos o pedido de atualizá-lo e entraremos em contato com você.`,
  },
  notices: {
    approved: (customer, about) => `${customer} aprovou ${about}`,
    declined: (customer, about) => `${customer} recusou ${about}`,
    update: (customer, about) => `${customer} pede uma atualização: ${about}`,
    depositDue: (amount) => `${amount}, ainda não pago`,
    depositPending: (amount) => `${amount}, pagamento em processamento`,
    depositPaid: (amount) => `${amount}, pago`,
  },
}

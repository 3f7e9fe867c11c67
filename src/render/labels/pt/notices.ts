/** Pages that stand for a document that cannot be shown, in Portuguese. */

import type { Labels } from '../en/pages.ts'

const newest = 'Abra o link na mensagem mais recente que você recebeu.'
const onFile = 'Peça-nos um novo link; ele será enviado ao endereço que temos cadastrado.'
const mailbox = [
  'Confira sua caixa de entrada em alguns minutos, e também a pasta de spam.',
  'Se nada chegar, talvez tenhamos outro endereço cadastrado: fale conosco.',
]

export const notices: Labels['notices'] = {
  unknown: {
    title: 'Este link não funciona',
    text: 'Ele pode estar incompleto ou ter sido substituído.',
    steps: [
      newest,
      'Se você o copiou, copie-o inteiro, sem espaço nem ponto no final.',
      'Se ainda assim não funcionar, peça-nos um novo link.',
    ],
  },
  revoked: {
    title: 'Este link não funciona',
    text: 'Ele pode estar incompleto ou ter sido substituído.',
    steps: [newest, 'Se não houver nenhuma, peça-nos um novo link.'],
  },
  expired_link: {
    title: 'Este link expirou',
    text: 'Para sua segurança, os links funcionam por tempo limitado. O documento em si continua aqui.',
    steps: [onFile],
  },
  expired_history: {
    title: 'Este link expirou',
    text: 'Para sua segurança, um link para seu histórico funciona apenas por pouco tempo.',
    steps: [onFile],
  },
  renewed: {
    title: 'Confira seu e-mail, por favor',
    text: 'Se este link já foi válido, enviamos um novo ao endereço cadastrado, desde que o documento ainda exista e no máximo uma vez por hora. Se era de um orçamento que expirou, recebemos o pedido de atualizá-lo.',
    steps: mailbox,
  },
  history_sent: {
    title: 'Confira seu e-mail, por favor',
    text: 'Para sua segurança, seu histórico abre com um link próprio. Se temos um endereço de e-mail seu, o link está sendo enviado, a não ser que um já tenha sido enviado na última hora. Ele funciona por tempo limitado.',
    steps: mailbox,
  },
  too_many: {
    title: 'Muitas tentativas',
    text: 'Muitas páginas foram solicitadas da sua rede em pouco tempo. Nada foi alterado.',
    steps: ['Espere dez minutos e abra seu link de novo.'],
  },
  error: {
    title: 'Algo deu errado do nosso lado',
    text: 'Esta página não pôde ser exibida. Nenhum valor foi movimentado.',
    steps: [
      'Tente de novo em alguns minutos.',
      'Se acontecer outra vez, informe-nos o código de referência abaixo.',
    ],
  },
  unavailable: {
    title: 'Esta página não está disponível agora',
    text: 'Estamos trabalhando nisso. Nenhum valor foi movimentado.',
    steps: ['Tente de novo em alguns minutos. Seu link continua o mesmo.'],
  },
  resting: {
    title: 'Isto não pode ser feito agora',
    text: 'Seu documento ainda pode ser lido: a página e o PDF estão disponíveis. Se acabou de pagar, não pague de novo: o pagamento aparecerá em breve na página.',
    steps: [
      'Volte e tente de novo em alguns minutos. Seu link continua o mesmo.',
      'Se não puder esperar, ligue ou escreva para nós.',
    ],
  },
}

export const renewal: Labels['renewal'] = {
  replaced: {
    title: 'Este link foi substituído',
    text: (date) => `Uma versão mais recente foi enviada em ${date}.`,
  },
  newest,
  renew: 'Se você não a encontrar, peça o envio de um novo link ao endereço que temos cadastrado.',
}

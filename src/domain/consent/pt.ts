import type { ConsentWords } from './words.ts'

export const pt: ConsentWords = {
  version: '2026-11.pt',
  someone: 'a empresa',
  text: (who, contact) =>
    'Ao marcar esta caixa e escolher “Aprovar”, concordo em assinar este orçamento ' +
    'eletronicamente e em recebê-lo, com os documentos relacionados, por meio eletrônico. Minha ' +
    'assinatura eletrônica é tão vinculante quanto uma em papel. Este consentimento vale apenas ' +
    'para este documento. Posso pedir uma cópia gratuita em papel, ou retirar o consentimento ' +
    `antes de assinar, entrando em contato com ${who}${contact && ` (${contact})`}; ` +
    'nesse caso, assino em papel.',
}

import type { ConsentWords } from './words.ts'

export const it: ConsentWords = {
  version: '2026-11.it',
  someone: 'l’azienda',
  text: (who, contact) =>
    'Spuntando questa casella e scegliendo «Approva», accetto di firmare elettronicamente questo ' +
    'preventivo e di riceverlo, insieme ai documenti collegati, in forma elettronica. La mia firma ' +
    'elettronica è vincolante quanto una firma su carta. Questo consenso vale solo per questo ' +
    'documento. Posso chiedere una copia cartacea gratuita, o revocare il consenso prima di ' +
    `firmare, contattando ${who}${contact && ` (${contact})`}; ` +
    'in tal caso firmo su carta.',
}

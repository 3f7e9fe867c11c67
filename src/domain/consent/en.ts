import type { ConsentWords } from './words.ts'

export const en: ConsentWords = {
  version: '2026-11',
  someone: 'the business',
  text: (who, contact) =>
    'By ticking this box and selecting Approve, I agree to sign this estimate electronically and ' +
    'to receive it and related records electronically. My electronic signature is as binding as ' +
    'one on paper. This consent covers this document only. I can ask for a free paper copy, or ' +
    `withdraw before signing, by contacting ${who}${contact && ` at ${contact}`}; ` +
    'then I sign on paper instead.',
}

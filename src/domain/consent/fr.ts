import type { ConsentWords } from './words.ts'

export const fr: ConsentWords = {
  version: '2026-11.fr',
  someone: 'l’entreprise',
  text: (who, contact) =>
    'En cochant cette case et en choisissant «\u202fAccepter\u202f», j’accepte de signer ce devis ' +
    'électroniquement et de le recevoir, ainsi que les documents qui s’y rapportent, par voie ' +
    'électronique. Ma signature électronique engage autant qu’une signature sur papier. Ce ' +
    'consentement ne vaut que pour ce document. Je peux demander une copie papier gratuite, ou ' +
    'retirer mon consentement avant de signer, en contactant ' +
    `${who}${contact && ` (${contact})`}\u202f; je signe alors sur papier.`,
}

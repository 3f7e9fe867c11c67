import type { ConsentWords } from './words.ts'

export const nl: ConsentWords = {
  version: '2026-11.nl',
  someone: 'het bedrijf',
  text: (who, contact) =>
    'Door dit vakje aan te vinken en ‘Goedkeuren’ te kiezen, ga ik ermee akkoord deze offerte ' +
    'elektronisch te ondertekenen en haar en de bijbehorende stukken elektronisch te ontvangen. ' +
    'Mijn elektronische handtekening is even bindend als een handtekening op papier. Deze ' +
    'toestemming geldt alleen voor dit document. Ik kan een gratis papieren kopie vragen, of mijn ' +
    'toestemming vóór het ondertekenen intrekken, door contact op te nemen met ' +
    `${who}${contact && ` (${contact})`}; dan onderteken ik in plaats daarvan op papier.`,
}

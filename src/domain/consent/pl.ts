import type { ConsentWords } from './words.ts'

export const pl: ConsentWords = {
  version: '2026-11.pl',
  someone: 'firma',
  text: (who, contact) =>
    'Zaznaczając to pole i wybierając „Zaakceptuj”, zgadzam się podpisać tę wycenę ' +
    'elektronicznie oraz otrzymać ją i związane z nią dokumenty w formie elektronicznej. Mój ' +
    'podpis elektroniczny jest tak samo wiążący jak podpis na papierze. Ta zgoda dotyczy tylko ' +
    'tego dokumentu. Mogę poprosić o bezpłatną kopię papierową albo wycofać zgodę przed ' +
    `podpisaniem, kontaktując się z wystawcą wyceny: ${who}${contact && `, ${contact}`}; ` +
    'wtedy podpisuję na papierze.',
}

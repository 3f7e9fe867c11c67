import type { ConsentWords } from './words.ts'

export const es: ConsentWords = {
  version: '2026-11.es',
  someone: 'la empresa',
  text: (who, contact) =>
    'Al marcar esta casilla y elegir «Aprobar», acepto firmar este presupuesto electrónicamente ' +
    'y recibirlo, junto con los documentos relacionados, por medios electrónicos. Mi firma ' +
    'electrónica es tan vinculante como una en papel. Este consentimiento vale solo para este ' +
    'documento. Puedo pedir una copia gratuita en papel, o retirar mi consentimiento antes de ' +
    `firmar, poniéndome en contacto con ${who}${contact && ` (${contact})`}; ` +
    'en ese caso firmo en papel.',
}

import type { Labels } from '../en/pages.ts'

/** The page behind the link that stops reminders, in Spanish. */
export const stop: Labels['stop'] = {
  title: 'Detener los recordatorios',
  asks: (about) => `Usted recibió un recordatorio (${about}). Aquí puede detener estos correos.`,
  document: (about) => `Detener los recordatorios: ${about}`,
  customer: (business) =>
    business ? `Detener todos los recordatorios de ${business}` : 'Detener todos los recordatorios',
  stillComes:
    'Seguirá recibiendo facturas, presupuestos y recibos; solo se detienen los recordatorios.',
  stopped: {
    title: 'Se han detenido los recordatorios',
    document: (about) => `Ya no recibirá recordatorios sobre este documento: ${about}.`,
    customer: (business) =>
      business ? `Ya no recibirá recordatorios de ${business}.` : 'Ya no recibirá recordatorios.',
  },
  changedMind: '¿Ha cambiado de opinión? Díganoslo y los activaremos de nuevo.',
  missing: 'Elija qué recordatorios detener.',
}

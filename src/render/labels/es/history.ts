/** The customer's history and statement in Spanish. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['history']

const states: Words['states'] = {
  open: 'Pendiente',
  due: (date) => `Vence el ${date}`,
  overdue: 'Vencida',
  left: (total) => `de un total de ${total}`,
  onItsWay: (amount) => `pago de ${amount} en proceso`,
  paid: 'Pagada',
  refunded: 'Reembolsada',
  partlyRefunded: 'Reembolsada en parte',
  overpaid: 'Pagada de más',
  cancelled: 'Documento anulado',
  closed: 'Cerrada',
  credit: 'Crédito',
  nothing: 'Nada que pagar',
  validUntil: (date) => `Válido hasta el ${date}`,
  expired: (date) => `Era válido hasta el ${date}`,
  approved: 'Aprobado',
  depositDue: (amount) => `Aprobado, anticipo de ${amount} pendiente`,
  declined: 'Rechazado',
  invoiced: (number) => (number ? `Pasó a ser la factura ${number}` : 'Pasó a ser una factura'),
}

const statement: Words['statement'] = {
  title: 'Estado de cuenta',
  heading: 'Estado de cuenta',
  from: 'Desde',
  until: 'Hasta',
  download: 'Descargar el estado de cuenta',
  problems: {
    no_date: 'Escriba una fecha, por ejemplo 2025-01-31.',
    too_early: 'Escriba un día que no sea anterior al primero.',
  },
  for: 'Para:',
  begins: 'Inicio:',
  ends: 'Fin:',
  currency: 'Moneda:',
  days: (from, until) => `del ${from} al ${until}`,
  columns: { date: 'Fecha', what: 'Concepto', amount: 'Importe', balance: 'Saldo' },
  opening: 'Saldo inicial',
  closing: 'Saldo final',
  inFavor: 'A su favor',
  nothing: 'Hasta entonces no hubo facturas ni pagos.',
  movements: {
    invoice: (number) => `Factura ${number}`,
    credit_note: (number) => `Nota de crédito ${number}`,
    cancelled: (number) => `Factura ${number} anulada`,
    disputing: (number) => `Disputa sobre ${number}, aún sin decidir`,
    credit: (number) => `Crédito sobre ${number}`,
    other: (what, number) => `${what}, ${number}`,
  },
  note: 'Los pagos en proceso no están incluidos.',
}

export const history: Words = {
  see: 'Ver su historial',
  title: 'Su historial',
  titleFrom: (business) => (business ? `Su historial con ${business}` : 'Su historial'),
  outstanding: plural('es', {
    one: 'pendiente en # factura',
    many: 'pendiente en # de facturas',
    other: 'pendiente en # facturas',
  }),
  alsoOutstanding: (amount) => `y ${amount}`,
  nothingOutstanding: 'No hay nada pendiente. Gracias.',
  nothing: 'Aquí no hay nada todavía.',
  forCustomer: (name) => `Para ${name}`,
  until: (when) => `Esta página estará disponible hasta el ${when}.`,
  lists: {
    outstanding: 'Facturas pendientes',
    estimates: 'Presupuestos',
    settled: 'Pagadas y cerradas',
    payments: 'Pagos y recibos',
  },
  columns: { document: 'Documento', date: 'Fecha', state: 'Estado', amount: 'Importe' },
  states,
  mailLink: 'Enviarme el enlace',
  mailLinkTo: (about) => `Enviarme el enlace: ${about}`,
  receipt: (number) => `Recibo ${number}`,
  downloadReceipt: (number) => `Descargar el recibo ${number} en PDF`,
  earlier: 'Anteriores',
  later: 'Posteriores',
  howToOpen:
    'Por su seguridad, cada documento se abre con un enlace propio, que se envía a la dirección de correo electrónico que tenemos registrada.',
  askUs:
    'No tenemos una dirección de correo electrónico suya. Para volver a abrir un documento, pídanos un enlace.',
  asked: (about) =>
    `Un enlace (${about}) se está enviando a la dirección de correo electrónico que tenemos registrada, salvo que ya se enviara uno en la última hora.`,
  closed: (about) =>
    `Este documento ya no se puede abrir: ${about}. Contáctenos al respecto, por favor.`,
  statement,
}

/** The mail that brings the link. */
export const mailHistory: MailLabels['history'] = {
  subject: (business) => (business ? `Su historial con ${business}` : 'Su historial'),
  preheader: (when) => `El enlace es válido hasta el ${when}`,
  title: 'Su historial',
  sentences: [
    'Este es el enlace que pidió para ver sus facturas, presupuestos, pagos y recibos.',
    '¿No lo pidió? Entonces puede ignorar este correo: el enlace se le envió solo a usted.',
  ],
  works: 'Válido hasta',
  button: 'Ver su historial',
  secrecy: 'Cualquiera que tenga este enlace puede ver su historial. Trátelo como una contraseña.',
}

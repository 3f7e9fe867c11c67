/** Everything that mails say in Spanish. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import { disputeReasons } from './disputes.ts'
import { mailHistory } from './history.ts'
import { mailApproval } from './mail-approval.ts'
import { reminders } from './reminders.ts'

const summaries: MailLabels['summaries'] = {
  due: (amount, date) => (date ? `${amount}, vence el ${date}` : `${amount} a pagar`),
  valid: (amount, date) => (date ? `${amount}, válido hasta el ${date}` : amount),
  paid: (amount) => `${amount}, pagada por completo`,
  approved: (amount) => `${amount}, aprobado`,
  credit: (amount) => `crédito de ${amount}`,
  nothing: 'nada que pagar',
  for: (amount, about) => `${amount} (${about})`,
}

const facts: MailLabels['facts'] = {
  amountDue: 'Importe a pagar',
  balanceDue: 'Saldo pendiente',
  credit: 'Crédito',
  total: 'Total',
  paidSoFar: 'Pagado hasta ahora',
  onItsWay: 'Pago en proceso',
  due: 'Vencimiento',
  validUntil: 'Válido hasta',
  issued: 'Fecha',
  deposit: 'Anticipo requerido',
  forInvoice: 'Para la factura',
  addressee: {
    invoice: 'Facturar a',
    estimate: 'Preparado para',
    credit_note: 'Crédito para',
  },
  customer: 'Cliente',
  when: 'Cuándo',
  link: 'Enlace',
  reason: 'Motivo',
  recipient: 'Enviado a',
  next: 'Próximo paso',
  paid: 'Importe pagado',
  refunded: 'Reembolsado',
  paidOn: 'Pagado el',
  refundedOn: 'Reembolsado el',
  for: 'Para',
  method: 'Forma de pago',
  reference: 'Referencia',
  receipt: 'Recibo',
  left: 'Queda por pagar',
  answerBy: 'Fecha límite de respuesta',
}

const texts: MailLabels['texts'] = {
  paidInFull: 'Esta factura está pagada por completo. No hay nada que pagar.',
  nothingToPay: 'No hay nada que pagar.',
  received: 'Recibimos su pago. Gracias.',
  depositReceived: 'Recibimos su anticipo. Gracias.',
  sentBack:
    'Se devuelve por el mismo medio con el que se pagó. Pueden pasar algunos días hasta que aparezca en su cuenta.',
  givenBack: 'Le devolvimos este importe.',
  creditNote: 'Este importe es un crédito a su favor. No hay nada que pagar.',
  estimate:
    'Abra el presupuesto para ver qué incluye y para aprobarlo, rechazarlo o hacer una pregunta.',
  buttonFails: 'Si el botón no funciona, copie esta dirección en su navegador:',
  secrecy: 'Cualquiera que tenga este enlace puede ver el documento. Trátelo como una contraseña.',
  message: (business) => (business ? `Mensaje de ${business}` : 'Mensaje'),
  howToPay: 'Cómo pagar',
  approved: 'Usted aprobó este presupuesto.',
  questions: '¿Tiene alguna pregunta? Responda a este correo.',
}

const test: MailLabels['test'] = {
  subject: (subject) => `[Prueba] ${subject}`,
  banner: 'Este es un correo de prueba. Solo lo recibió usted; a su cliente no se le envió nada.',
  connection: {
    subject: 'El envío de correo funciona',
    text: 'Este correo sirve para comprobar los ajustes de correo de su portal. Lo está leyendo, así que funcionan.',
    business: 'Empresa',
    transport: 'Enviado por',
    folder: (dir) => `la carpeta ${dir}`,
    next: 'Próximo paso: portal send --test <número> le envía el correo que recibiría un cliente.',
  },
}

const notices: MailLabels['notices'] = {
  paid: (customer, amount, about) => `${customer} pagó ${amount} (${about})`,
  paymentFailed: (amount, about) => `Falló un pago de ${amount} (${about})`,
  refunded: (amount, about) => `Reembolso de ${amount} (${about})`,
  disputed: {
    open: (amount, about) => `Un pago de ${amount} está en disputa (${about})`,
    won: (amount, about) => `Se ganó la disputa por ${amount} (${about})`,
    lost: (amount, about) => `Se perdió la disputa por ${amount} (${about})`,
  },
  needsReview: (about) => `Un pago necesita su atención (${about})`,
  askAgain: (command) => `El pago y los recordatorios quedan en pausa hasta el comando: ${command}`,
  answer: (provider, command) => `Responda en el panel de ${provider}; después: ${command}`,
  theProvider: 'su proveedor de pagos',
  disputeReasons,
  viewed: (customer, about) => `${customer} vio: ${about}`,
  mailFailed: (about) => `Un correo no se entregó (${about})`,
  about: {
    invoice: (number) => `factura ${number}`,
    estimate: (number) => `presupuesto ${number}`,
    credit_note: (number) => `nota de crédito ${number}`,
  },
  aDocument: 'un documento',
  aCustomer: 'Un cliente',
}

/** "vistas: 3" does without any agreement. */
const times = (what: string) =>
  plural('es', { one: `${what}: #`, many: `${what}: #`, other: `${what}: #` })

const digest: MailLabels['digest'] = {
  title: (date) => `Qué ocurrió hasta el ${date}`,
  more: plural('es', {
    one: 'Y # más: portal status.',
    many: 'Y # más: portal status.',
    other: 'Y # más: portal status.',
  }),
  events: {
    viewed: times('vistas'),
    approved: times('aprobaciones'),
    declined: times('rechazos'),
    paid: times('pagos'),
    payment_failed: times('pagos fallidos'),
    refunded: times('reembolsos'),
    disputed: times('disputas'),
    needs_review: times('por revisar'),
    mail_failed: times('correos no entregados'),
    question: times('preguntas'),
  },
}

export const mail: MailLabels = {
  language: 'es',
  line: (label, value) => `${label}: ${value}`,
  lead: (label) => `${label}:`,
  subject: (name, business, summary) =>
    business ? `${name} de ${business}: ${summary}` : `${name}: ${summary}`,
  withPercent: (amount, percent) => `${amount} (${percent})`,
  summaries,
  facts,
  buttons: {
    invoice: 'Ver la factura',
    pay: 'Ver la factura y pagar',
    estimate: 'Ver el presupuesto',
    credit_note: 'Ver la nota de crédito',
    receipt: 'Ver el recibo',
  },
  texts,
  test,
  notices,
  digest,
  refund: 'Reembolso',
  approval: mailApproval,
  history: mailHistory,
  reminders,
}

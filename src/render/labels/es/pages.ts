/** Everything that pages and printed sheets say in Spanish. */

import type { Labels } from '../en/pages.ts'
import { approval } from './approval.ts'
import { certificate } from './certificate.ts'
import { history } from './history.ts'
import { notices, renewal } from './notices.ts'
import { online } from './payments.ts'
import { stop } from './stop.ts'

const headings: Labels['headings'] = {
  invoice: (number) => `Factura n.º ${number}`,
  estimate: (number) => `Presupuesto n.º ${number}`,
  credit_note: (number) => `Nota de crédito n.º ${number}`,
}

const names: Labels['names'] = {
  invoice: (number) => `Factura ${number}`,
  estimate: (number) => `Presupuesto ${number}`,
  credit_note: (number) => `Nota de crédito ${number}`,
}

const titles: Labels['titles'] = {
  invoice: (business) => (business ? `Factura de ${business}` : 'Factura'),
  estimate: (business) => (business ? `Presupuesto de ${business}` : 'Presupuesto'),
  credit_note: (business) => (business ? `Nota de crédito de ${business}` : 'Nota de crédito'),
}

const facts: Labels['facts'] = {
  date: 'Fecha:',
  due: 'Vencimiento:',
  validUntil: 'Válido hasta:',
  updated: 'Modificado el',
  forInvoice: 'Para la factura:',
  forEstimate: 'Para el presupuesto:',
  invoice: 'Factura:',
}

const items: Labels['items'] = {
  title: 'Conceptos',
  description: 'Descripción',
  quantity: 'Cant.',
  rate: 'Precio',
  amount: 'Importe',
  discount: (percent, amount) =>
    percent ? `Descuento del ${percent}: ${amount}` : `Descuento: ${amount}`,
  taxes: (list) => `Impuestos aplicados: ${list}`,
  untaxed: 'Sin impuestos',
}

const totals: Labels['totals'] = {
  title: 'Totales',
  subtotal: 'Subtotal',
  discount: (percent) => (percent ? `Descuento (${percent})` : 'Descuento'),
  tax: (name, rate) => `${name} (${rate})`,
  includedTax: (name, rate) => `Incluye ${name} (${rate})`,
  totalDue: 'Total a pagar',
  total: 'Total',
  estimateTotal: 'Total:',
  totalCredit: 'Total del crédito',
  depositRequired: 'Anticipo requerido:',
  depositPaid: 'Anticipo pagado',
  paid: 'Pagado',
  refunded: 'Reembolsado',
  disputed: 'Retenido por una disputa',
  balanceDue: 'Saldo pendiente',
}

const payments: Labels['payments'] = {
  title: 'Pagos',
  kinds: {
    payment: 'Pago',
    refund: 'Reembolso',
    dispute: 'Pago en disputa',
    dispute_won: 'Disputa resuelta',
    refund_failed: 'Reembolso devuelto',
    transfer_in: 'Anticipo del presupuesto',
    transfer_out: 'Trasladado a la factura',
    credit: 'Crédito',
  },
  methods: {
    cash: 'efectivo',
    check: 'cheque',
    bank: 'transferencia bancaria',
    card: 'tarjeta',
    ach: 'débito bancario (ACH)',
    stripe_card: 'tarjeta',
    square_card: 'tarjeta',
    stripe_ach: 'débito bancario (ACH)',
    paypal: 'PayPal',
    sandbox: 'pago de prueba',
  },
  with: (kind, method) => `${kind} (${method})`,
}

const parts: Labels['parts'] = {
  summary: 'Resumen',
  from: 'De:',
  howToPay: 'Cómo pagar',
  notes: 'Notas',
  terms: 'Condiciones',
  business: 'Empresa',
  taxId: (id) => `N.º de identificación fiscal: ${id}`,
  language: 'Idioma',
}

const actions: Labels['actions'] = {
  downloadPdf: 'Descargar PDF',
  print: 'Imprimir',
  contact: 'Contacto',
  back: 'Volver',
  askQuestion: 'Hacer una pregunta',
  askUpdate: 'Pedir una actualización',
  howToPay: 'Cómo pagar',
  links: 'Más',
}

const states: Labels['states'] = {
  draft: 'Esto es un borrador. No se ha enviado.',
  dueOn: (date) => `vence el ${date}`,
  validUntil: (date) => `válido hasta el ${date}`,
  partlyPaid: (left, total, paid) =>
    `Queda por pagar: ${left} de ${total}. Pagado hasta ahora: ${paid}.`,
  overdue: (date) => `Esta factura venció el ${date}.`,
  processing: (amount) =>
    `Su pago bancario de ${amount} está en proceso. Suele tardar hasta 4 días hábiles. No es necesario que pague de nuevo.`,
  onItsWay: 'Pago en proceso',
  leftToPay: 'Queda por pagar',
  paid: (date) => `Pagada por completo el ${date}. Gracias.`,
  receipt: (number) => `Recibo ${number}`,
  bankFailed: (amount) => `El pago bancario de ${amount} no se realizó. No se cobró nada.`,
  overpaid: (business, amount) =>
    `Recibimos más de lo que correspondía. ${business} se pondrá en contacto con usted acerca de este importe: ${amount}.`,
  refunded: (amount, date) => `Reembolso de ${amount} realizado el ${date}.`,
  nothingToPay: 'Nada que pagar.',
  nothingCredit: (amount) => `Nada que pagar. Crédito de ${amount}.`,
  creditNote: (amount) => `Crédito de ${amount}. Nada que pagar.`,
  voidInvoice: (business) => `${business} anuló esta factura. No hay nada que pagar.`,
  voidEstimate: (business) => `${business} anuló este presupuesto.`,
  voidCreditNote: (business) => `${business} anuló esta nota de crédito.`,
  uncollectible: (business) =>
    `${business} ha cerrado esta factura. Si tiene alguna pregunta, póngase en contacto con la empresa.`,
  depositOnApproval: (amount) => `Anticipo de ${amount} al aprobar`,
  approved: (date) => `Aprobado el ${date}.`,
  depositPaid: (amount) => `El anticipo de ${amount} está pagado. Gracias.`,
  nextDeposit: (amount) => `Ahora corresponde pagar un anticipo de ${amount}.`,
  nextContact: (business) =>
    `${business} se pondrá en contacto con usted sobre los próximos pasos.`,
  depositDue: 'Anticipo pendiente',
  declined: 'Usted rechazó este presupuesto. ¿Ha cambiado de opinión? Contáctenos.',
  expired: (date) => `Este presupuesto era válido hasta el ${date}.`,
  invoiced: (number) =>
    number
      ? `Este presupuesto pasó a ser la factura ${number}.`
      : 'Este presupuesto pasó a ser una factura.',
  asOf: (date) => `Situación al ${date}. Los pagos y cambios posteriores no aparecen aquí.`,
  preview: 'Vista previa: esto es lo que ve su cliente',
  previewEstimate:
    'Vista previa: esto es lo que ve su cliente. «Aprobar» y «Rechazar» solo aparecen en el enlace del cliente.',
  cancelledOn: (date) => `Fecha de anulación: ${date}.`,
  business: 'la empresa',
}

const subjects: Labels['subjects'] = {
  contact: (name) => name,
  question: (name) => `Pregunta: ${name}`,
  update: (name) => `Solicitud de actualización: ${name}`,
  newLink: 'Por favor, envíenme un enlace nuevo',
  problem: (reference) =>
    reference ? `Problema con una página, referencia ${reference}` : 'Problema con una página',
}

export const pages: Labels = {
  language: 'es',
  joint: ' ',
  headings,
  names,
  titles,
  addressee: {
    invoice: 'Facturar a:',
    estimate: 'Preparado para:',
    credit_note: 'Crédito para:',
  },
  facts,
  items,
  totals,
  payments,
  parts,
  actions,
  states,
  subjects,
  notices,
  renewal,
  reference: (code) => `Código de referencia: ${code}`,
  pageNumber: ['Página ', ' de ', ''],
  online,
  approval,
  certificate,
  stop,
  history,
}

/** What the mails about approving and declining say in Spanish. */

import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['approval']

const approved: Words['approved'] = {
  thanks:
    'Usted aprobó este presupuesto. Gracias. La copia firmada va adjunta; consérvela, por favor.',
  depositOnline: (amount) =>
    `Ahora corresponde pagar un anticipo de ${amount}. Puede pagarlo en la página del presupuesto.`,
  depositDue: (amount) => `Ahora corresponde pagar un anticipo de ${amount}.`,
  depositPaid: (amount) => `Recibimos su anticipo de ${amount}.`,
  next: (business) =>
    business
      ? `${business} se pondrá en contacto con usted sobre los próximos pasos.`
      : 'Nos pondremos en contacto con usted sobre los próximos pasos.',
  button: 'Ver y pagar el anticipo',
  check: 'Cómo comprobar la copia firmada',
  lines: {
    hash: (file, hash) => `SHA-256 de ${file}: ${hash}`,
    chain: (head) => `Cabeza de la cadena: ${head}`,
    seal: (fingerprint) => `Huella del sello: ${fingerprint}`,
    how: (file) =>
      `Un programa que muestra las firmas de archivos PDF, como pdfsig ${file}, dice si la copia se alteró desde que se selló. Las últimas páginas de la copia explican qué es cada uno de estos datos y qué no demuestra.`,
    plain: (file) =>
      `El archivo no está alterado si sha256sum ${file} da lo que figura abajo. Las últimas páginas de la copia explican qué es cada uno de estos datos y qué no demuestra.`,
  },
}

export const mailApproval: Words = {
  summaries: {
    approved: (amount, date) => `${amount}, aprobado el ${date}`,
    declined: (amount) => `${amount}, rechazado`,
  },
  facts: {
    approvedBy: 'Aprobado por',
    approvedOn: 'Aprobado el',
    declinedOn: 'Rechazado el',
    depositDue: 'Anticipo pendiente',
    signedBy: 'Firmado por',
    signature: 'Firma',
    deposit: 'Anticipo',
  },
  kinds: { typed: 'nombre escrito', drawn: 'dibujada', paper: 'en papel', owner: 'ninguna' },
  approved,
  declined: {
    done: 'Usted rechazó este presupuesto. No hay nada que pagar.',
    mind: '¿Ha cambiado de opinión? Contáctenos.',
    reason: 'Su motivo',
  },
  renewed: {
    subject: (name) => `Enlace nuevo: ${name}`,
    asked:
      'Usted pidió un enlace nuevo. Si no fue usted, no hay nada que hacer: el enlace le llegó solo a usted.',
    expired: (date) =>
      `Este presupuesto era válido hasta el ${date}. Se nos pidió actualizarlo y nos pondremos en contacto con usted.`,
  },
  notices: {
    approved: (customer, about) => `${customer} aprobó: ${about}`,
    declined: (customer, about) => `${customer} rechazó: ${about}`,
    update: (customer, about) => `${customer} pide una actualización: ${about}`,
    depositDue: (amount) => `${amount}, aún sin pagar`,
    depositPending: (amount) => `${amount}, pago en proceso`,
    depositPaid: (amount) => `${amount}, pagado`,
  },
}

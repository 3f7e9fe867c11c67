/** Everything that the pages around approving and declining say in Spanish. */

import { plural } from '../../plural.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['approval']

const approve: Words['approve'] = {
  title: (about) => `Aprobación: ${about}`,
  intro: 'Por favor, revise los detalles. La firma está al final de esta página.',
  sign: 'Aprobar y firmar',
  name: 'Su nombre completo',
  how: '¿Cómo desea firmar?',
  typed: { label: 'Escribir mi nombre', hint: 'Su nombre, tal como figura arriba, es su firma.' },
  drawn: { label: 'Dibujar mi firma', hint: 'Con el ratón, un lápiz o el dedo.' },
  typedOnly: 'Su nombre, tal como lo escriba aquí, es su firma.',
  pad: {
    title: 'Su firma',
    canvas: 'Área para dibujar su firma. Si no puede dibujar, escriba su nombre en su lugar.',
    undo: 'Deshacer',
    clear: 'Borrar',
    full: 'No cabe más. Deshaga un trazo o borre todo para dibujar de nuevo.',
    waiting: 'El área de dibujo necesita JavaScript. Si no aparece, elija escribir su nombre.',
    only: {
      canvas: 'Área para dibujar su firma. Si no puede dibujar, contáctenos para firmar en papel.',
      waiting:
        'El área de dibujo necesita JavaScript. Si no aparece, contáctenos para firmar en papel.',
    },
  },
  next: {
    title: 'Al aprobar',
    told: (business) => `Se avisa enseguida a ${business}.`,
    mailed: 'Le enviamos una copia firmada por correo electrónico.',
    download: 'Puede descargar una copia firmada.',
    deposit: (amount) =>
      `Corresponderá pagar un anticipo de ${amount}. En esta página no se cobra nada.`,
    free: 'No se cobra nada.',
  },
}

const decline: Words['decline'] = {
  title: (about) => `Rechazo: ${about}`,
  text: (business) =>
    `Se avisa a ${business} de su rechazo, con el motivo si lo indica. En ese caso no hay nada que pagar.`,
  reason: 'Motivo (opcional)',
  hint: plural('es', {
    one: 'Hasta # carácter.',
    many: 'Hasta # de caracteres.',
    other: 'Hasta # caracteres.',
  }),
}

const problems: Words['problems'] = {
  signer_name: {
    missing: 'Escriba su nombre completo.',
    unfit: 'El nombre tiene caracteres que no se pueden mostrar. Escríbalo de nuevo, por favor.',
    a_link: 'Escriba su nombre, no un enlace.',
    a_card: 'Escriba su nombre, no un número de tarjeta.',
    too_long: plural('es', {
      one: 'Acorte el nombre a # carácter.',
      many: 'Acorte el nombre a # de caracteres.',
      other: 'Acorte el nombre a # caracteres.',
    }),
  },
  signature_kind: {
    missing: 'Elija cómo firmar.',
    not_offered: 'Elija una de las formas de firmar que se ofrecen.',
    changed: 'La forma de firmar ha cambiado. Firme, por favor, como lo pide ahora esta página.',
  },
  signature: {
    missing: 'Dibuje su firma o elija escribirla.',
    empty: 'El dibujo está vacío. Dibuje su firma o elija escribirla.',
    not_an_image: 'El dibujo no llegó completo. Dibújelo de nuevo o elija escribir su nombre.',
    too_big:
      'El dibujo es demasiado grande. Dibújelo de nuevo con menos trazos o elija escribir su nombre.',
  },
  drawing: {
    missing: 'Dibuje su firma.',
    empty: 'El dibujo está vacío. Dibuje su firma.',
    not_an_image: 'El dibujo no llegó completo. Dibújelo de nuevo, por favor.',
    too_big: 'El dibujo es demasiado grande. Dibújelo de nuevo con menos trazos, por favor.',
  },
  consent: { missing: 'Marque la casilla para aceptar firmar electrónicamente.' },
  reason: {
    unfit: 'El motivo tiene caracteres que no se pueden mostrar. Escríbalo de nuevo, por favor.',
    too_long: plural('es', {
      one: 'Acorte el motivo a # carácter.',
      many: 'Acorte el motivo a # de caracteres.',
      other: 'Acorte el motivo a # caracteres.',
    }),
  },
}

const closed: Words['closed'] = {
  approved: {
    title: 'Este presupuesto ya está aprobado',
    text: 'Sigue tal como se aprobó. Ahora no se ha cambiado nada.',
  },
  invoiced: {
    title: 'Este presupuesto ya está aprobado',
    text: 'Ahora no se ha cambiado nada.',
  },
  declined: {
    title: 'Este presupuesto ya fue rechazado',
    text: '¿Ha cambiado de opinión? Contáctenos.',
  },
  expired: {
    title: 'Este presupuesto ha caducado',
    text: 'Ya no se puede aprobar ni rechazar. Puede pedir una actualización.',
  },
  void: { title: 'Este presupuesto fue anulado', text: 'No hay nada que pagar.' },
  draft: {
    title: 'Este presupuesto aún no se ha enviado',
    text: 'Se podrá aprobar o rechazar cuando se haya enviado.',
  },
  view_only: {
    title: 'Este enlace es solo para consultar',
    text: 'Para aprobar o rechazar, use el enlace del mensaje que recibió la persona a quien va dirigido el presupuesto, o contáctenos.',
  },
  preview: {
    title: 'Esta es su propia vista previa',
    text: 'Solo su cliente puede aprobar o rechazar, con el enlace que se le envió.',
  },
}

const states: Words['states'] = {
  approvedBy: (name, date) => `Aprobado por ${name} el ${date}.`,
  paper: 'Se firmó en papel.',
  copyTo: (address) => `Se envía una copia firmada por correo electrónico a ${address}.`,
  ownLink: 'La factura llega con un enlace propio.',
  declinedOn: (date) => `Rechazado el ${date}.`,
  told: (business) => `Se avisó a ${business}.`,
  viewOnly: 'Este enlace es solo para consultar.',
  newer: (date) =>
    `Una versión anterior se aprobó el ${date}. Esta es más reciente: revísela, por favor, y apruébela o rechácela.`,
  expiredNext: (business) =>
    `Ya no se puede aprobar. ${business} puede decirle qué es válido ahora.`,
  readOnly: (business) => `Para aprobar o rechazar, póngase en contacto con ${business}.`,
}

export const approval: Words = {
  approve,
  decline,
  problems,
  changed: {
    title: 'Este presupuesto ha cambiado',
    text: (business) =>
      `${business} lo modificó mientras usted lo tenía abierto. No se aprobó ni se rechazó nada. Abajo está el presupuesto tal como está ahora: revíselo de nuevo, por favor.`,
  },
  unsaved: {
    title: 'No se pudo guardar en este momento',
    text: 'No se aprobó ni se rechazó nada. Lo que escribió sigue aquí: inténtelo de nuevo dentro de un minuto, por favor.',
  },
  closed,
  states,
  actions: {
    approve: 'Aprobar',
    decline: 'Rechazar',
    back: 'Volver al presupuesto',
    downloadSigned: 'Descargar la copia firmada',
    renew: 'Enviarme un enlace nuevo',
  },
}

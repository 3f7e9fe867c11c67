/** Pages that stand for a document that cannot be shown, in Spanish. */

import type { Labels } from '../en/pages.ts'

const newest = 'Abra el enlace del mensaje más reciente que recibió.'
const lookIntoMail =
  'Revise su bandeja de entrada dentro de unos minutos, y también la carpeta de correo no deseado.'
const otherAddress = 'Si no llega nada, quizá tengamos registrada otra dirección: contáctenos.'

export const notices: Labels['notices'] = {
  unknown: {
    title: 'Este enlace no funciona',
    text: 'Puede estar incompleto o haber sido sustituido.',
    steps: [
      newest,
      'Si lo copió, cópielo entero, sin espacio ni punto al final.',
      'Si sigue sin funcionar, pídanos un enlace nuevo.',
    ],
  },
  revoked: {
    title: 'Este enlace no funciona',
    text: 'Puede estar incompleto o haber sido sustituido.',
    steps: [newest, 'Si no hay ninguno, pídanos un enlace nuevo.'],
  },
  expired_link: {
    title: 'Este enlace ha caducado',
    text: 'Por su seguridad, los enlaces funcionan durante un tiempo limitado. El documento en sí sigue aquí.',
    steps: ['Pídanos un enlace nuevo; se envía a la dirección que tenemos registrada.'],
  },
  expired_history: {
    title: 'Este enlace ha caducado',
    text: 'Por su seguridad, un enlace a su historial funciona solo durante poco tiempo.',
    steps: ['Pídanos un enlace nuevo; se envía a la dirección que tenemos registrada.'],
  },
  renewed: {
    title: 'Revise su correo, por favor',
    text: 'Si este enlace fue válido alguna vez, hemos enviado uno nuevo a la dirección registrada, siempre que el documento siga vigente y como máximo una vez por hora. Si era de un presupuesto caducado, se nos pidió actualizarlo.',
    steps: [lookIntoMail, otherAddress],
  },
  history_sent: {
    title: 'Revise su correo, por favor',
    text: 'Por su seguridad, su historial se abre con un enlace propio. Si tenemos una dirección de correo electrónico suya, se le está enviando el enlace, salvo que ya se enviara uno en la última hora. Funciona durante un tiempo limitado.',
    steps: [lookIntoMail, otherAddress],
  },
  too_many: {
    title: 'Demasiados intentos',
    text: 'Se pidieron demasiadas páginas desde su red en poco tiempo. No se cambió nada.',
    steps: ['Espere diez minutos y abra su enlace de nuevo.'],
  },
  error: {
    title: 'Se produjo un error de nuestra parte',
    text: 'No se pudo mostrar esta página. No se movió ningún dinero.',
    steps: [
      'Inténtelo de nuevo dentro de unos minutos.',
      'Si vuelve a ocurrir, díganos el código de referencia que aparece abajo.',
    ],
  },
  unavailable: {
    title: 'Esta página no está disponible en este momento',
    text: 'Estamos trabajando en ello. No se movió ningún dinero.',
    steps: ['Inténtelo de nuevo dentro de unos minutos. Su enlace sigue siendo el mismo.'],
  },
  resting: {
    title: 'Esto no se puede hacer en este momento',
    text: 'Su documento se puede seguir leyendo: su página y su PDF están disponibles. Si acaba de pagar, no vuelva a pagar: su pago aparecerá pronto en la página.',
    steps: [
      'Vuelva atrás e inténtelo de nuevo dentro de unos minutos. Su enlace sigue siendo el mismo.',
      'Si no puede esperar, llámenos o escríbanos.',
    ],
  },
}

export const renewal: Labels['renewal'] = {
  replaced: {
    title: 'Este enlace fue sustituido',
    text: (date) => `El ${date} se envió una versión más reciente.`,
  },
  newest,
  renew:
    'Si no lo encuentra, haga que se envíe un enlace nuevo a la dirección que tenemos registrada.',
}

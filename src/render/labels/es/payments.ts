/** Everything that the pages around a payment say in Spanish. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['online']

const pay: Words['pay'] = {
  title: {
    invoice: (number) => `Pagar la factura ${number}`,
    estimate: (number) => `Pagar el anticipo del presupuesto ${number}`,
    credit_note: (number) => `Nota de crédito ${number}`,
  },
  dueNow: 'a pagar ahora',
  howMuch: '¿Cuánto desea pagar?',
  allDue: (amount) => `Todo lo pendiente: ${amount}`,
  another: 'Otro importe',
  amount: (currency) => `Importe en ${currency}`,
  bounds: (least, most) => `De ${least} a ${most}.`,
  leaves: (least) => `Después no debe quedar nada por pagar, o deben quedar al menos ${least}.`,
  howToPay: '¿Cómo desea pagar?',
  wrong: 'Hay un problema',
  errorTitle: (title) => `Error: ${title}`,
  safety:
    'Usted paga en la página segura del proveedor de pagos. Nosotros nunca vemos los datos de su tarjeta ni de su banco.',
  otherWays: 'Otras formas de pagar',
  receipts: 'Recibos',
  unavailable: {
    title: 'El pago en línea no está disponible en este momento.',
    text: 'No se cobró nada. Inténtelo de nuevo dentro de unos minutos.',
    instead: 'O pague de la forma que se describe abajo.',
  },
}

const methods: Words['methods'] = {
  stripe_card: { label: 'Tarjeta', hint: '' },
  square_card: { label: 'Tarjeta', hint: '' },
  stripe_ach: {
    label: 'Débito bancario (ACH)',
    hint: 'Desde una cuenta bancaria de EE. UU. Suele tardar hasta 4 días hábiles.',
  },
  paypal: { label: 'PayPal', hint: '' },
  sandbox: { label: 'Pago de prueba', hint: 'Una página ficticia para hacer pruebas.' },
}

const problems: Words['problems'] = {
  amount_choice: {
    missing: 'Elija cuánto pagar.',
    not_offered: (due) => `Solo se puede pagar el total de ${due}.`,
  },
  amount: {
    missing: 'Escriba el importe que desea pagar.',
    not_an_amount: (example) => `Escriba el importe en cifras, por ejemplo ${example}.`,
    not_positive: 'Escriba un importe mayor que cero.',
    too_many_digits: (example) => `No escriba más cifras que en ${example}.`,
    too_much: (most) => `Escriba como máximo ${most}, todo lo pendiente.`,
    too_little: (least) => `Escriba como mínimo ${least}.`,
    leaves_too_little: (all, most) =>
      `Pague todo (${all}) o como máximo ${most}: si no, quedaría demasiado poco.`,
  },
  method: {
    missing: 'Elija cómo pagar.',
    not_offered: 'Elija una de las formas de pago que se ofrecen.',
    not_for_this_amount: 'Este importe no se puede pagar de esta forma.',
  },
}

const notPayable: Words['notPayable'] = {
  not_open: {
    invoice: {
      title: 'Esta factura no se puede pagar ahora',
      text: 'Por ahora no admite pagos. De momento no se le pide nada.',
    },
    estimate: {
      title: 'Ahora no hay ningún anticipo que pagar',
      text: 'El anticipo se puede pagar una vez aprobado el presupuesto.',
    },
  },
  void: {
    title: 'No hay nada que pagar',
    text: 'Este documento fue anulado. No hace falta ningún pago.',
  },
  already_paid: { title: 'Esto ya está pagado', text: 'No hay nada que pagar. Gracias.' },
  processing: {
    title: 'Su pago está en proceso',
    text: 'No es necesario que pague de nuevo.',
  },
  resting: {
    title: 'De momento no hay nada que pagar',
    text: 'Después del reembolso no se pide ningún pago.',
  },
  offline: {
    title: 'Esto no se puede pagar en línea',
    text: 'Pague de otra forma, por favor, o contáctenos.',
  },
  no_method: {
    title: 'Esto no se puede pagar en línea',
    text: 'Ninguna forma de pago en línea sirve para este importe. Pague de otra forma, por favor, o contáctenos.',
  },
}

const handOver: Words['handOver'] = {
  title: (provider) => `Continuar en ${provider}`,
  paying: (amount, business, about) => `Está a punto de pagar ${amount} a ${business} (${about}).`,
  byItself: 'Su navegador irá allí automáticamente. Si no ocurre nada, use el botón.',
  next: 'Qué ocurre después',
  steps: {
    pay: (provider) => `Usted paga en la página segura de ${provider}. Antes no se cobra nada.`,
    bank: 'Un pago bancario suele tardar después hasta 4 días hábiles.',
    back: 'Usted vuelve aquí y ve si el pago se realizó.',
    receipt: 'Le enviaremos un recibo por correo electrónico cuando el dinero haya llegado.',
  },
}

const returned: Words['returned'] = {
  paid: {
    title: 'Pago recibido',
    text: (amount, about) => `Recibimos ${amount} (${about}). Gracias.`,
    next: 'No queda nada por pagar.',
  },
  processing: {
    title: 'Su pago está en proceso',
    bank: (amount) =>
      `Su pago bancario de ${amount} está en proceso. Suele tardar hasta 4 días hábiles. No es necesario que pague de nuevo.`,
    other: (amount, provider) =>
      `${provider} todavía está comprobando su pago de ${amount}. No es necesario que pague de nuevo.`,
    next: 'No hace falta nada más de su parte.',
  },
  not_finished: {
    title: 'El pago no se completó',
    text: 'No se cobró nada.',
    next: 'Puede intentarlo de nuevo cuando quiera.',
  },
  declined: {
    title: 'El pago no se realizó',
    text: (amount) => `El pago de ${amount} fue rechazado. No se cobró nada.`,
    bank: (amount) => `El pago bancario de ${amount} no se realizó. No se cobró nada.`,
    next: 'Inténtelo de nuevo, elija otra forma de pago o consulte a su banco.',
  },
  already_paid: {
    title: (about) => `Ya está pagado: ${about}`,
    text: 'No queda nada por pagar. Esta vez no se cobró nada.',
    moved: (amount) => `No queda nada por pagar. Recibimos su pago de ${amount}.`,
    next: 'No tiene que hacer nada.',
  },
  void: {
    title: (about) => `Documento anulado: ${about}`,
    text: 'No hay nada que pagar. No se cobró nada.',
    moved: (amount, business) =>
      `Recibimos su pago de ${amount} después de la anulación. Se avisó a ${business}, que se pondrá en contacto con usted.`,
    next: 'No tiene que hacer nada.',
  },
  changed: {
    title: 'El importe ha cambiado',
    text: (about) => `El documento cambió mientras usted pagaba (${about}). No se cobró nada.`,
    moved: (about, amount, business) =>
      `El documento cambió mientras usted pagaba (${about}). Recibimos su pago de ${amount}; se avisó a ${business}, que se pondrá en contacto con usted.`,
    next: 'Consulte cuánto hay que pagar ahora y pague ese importe.',
  },
  needs_review: {
    title: 'Estamos revisando su pago',
    text: (amount, business) =>
      `Una persona tiene que revisar su pago de ${amount}. Se avisó a ${business}, que se pondrá en contacto con usted.`,
    next: 'Si se cobró dinero, no está perdido. No pague de nuevo, por favor.',
  },
  confirming: {
    title: 'Estamos confirmando su pago',
    text: 'Suele tardar unos segundos. Esta página se actualiza sola.',
    over: 'Está tardando más de lo habitual. Seguimos comprobándolo y le enviaremos un recibo por correo electrónico cuando el pago se confirme.',
    next: 'Mientras tanto no pague de nuevo, por favor. Todavía no sabemos si se cobró dinero.',
  },
  unreachable: {
    title: (provider) => `En este momento no podemos comunicarnos con ${provider}`,
    text: 'Si terminó de pagar allí, su pago no está perdido: lo comprobaremos de nuevo automáticamente. Si no, no se cobró nada.',
    next: 'Vuelva a consultar esta página dentro de unos minutos, antes de pagar de nuevo.',
    byItself:
      'Esta página lo comprueba de nuevo por sí sola. Mientras tanto no pague de nuevo, por favor.',
  },
  left: (amount) => `Queda por pagar: ${amount}.`,
  mailed: 'Le enviaremos un recibo por correo electrónico.',
  openLink: 'Para ver la situación actual, abra el enlace del mensaje que recibió de nosotros.',
}

const receipt: Words['receipt'] = {
  heading: (number) => `Recibo n.º ${number}`,
  name: (number) => `Recibo ${number}`,
  title: (business) => (business ? `Recibo de ${business}` : 'Recibo'),
  receivedFrom: 'Recibido de:',
  date: 'Fecha:',
  method: 'Forma de pago:',
  reference: 'Referencia:',
  for: {
    invoice: 'Para la factura:',
    estimate: 'Para el presupuesto:',
    credit_note: 'Para la nota de crédito:',
  },
  sums: 'Pago',
  total: {
    invoice: 'Total de la factura',
    estimate: 'Total del presupuesto',
    credit_note: 'Total',
  },
  amount: 'Importe pagado',
  refundedOn: (date) => `Reembolsado el ${date}`,
  kept: 'Pagado tras los reembolsos',
  leftAfter: 'Por pagar después de este pago',
  leftNow: (amount) => `Ahora queda por pagar: ${amount}.`,
  received: (date) => `Recibido el ${date}. Gracias.`,
  refundedWhole: (date) => `Este pago se reembolsó el ${date}.`,
  refundedPartly: (amount, date) => `Reembolso parcial de ${amount} el ${date}.`,
  note: (about) => `pagado (${about})`,
}

const sandbox: Words['sandbox'] = {
  title: 'Pago de prueba',
  brand: 'Sandbox Pay',
  banner: 'MODO DE PRUEBA',
  text: 'Esta página hace de proveedor de pagos. Aquí no se mueve dinero de verdad.',
  toPay: 'Importe',
  choose: '¿Qué debe ocurrir?',
  outcomes: {
    paid: 'Pagar',
    declined: 'Rechazar',
    canceled: 'Cancelar',
    pending: 'Pagar más tarde (pendiente)',
  },
  later: { paid: 'Dejar que se complete', declined: 'Dejar que falle' },
  states: {
    open: '',
    pending: 'Este pago está pendiente, como lo está una transferencia durante unos días.',
    paid: 'Este pago se realizó.',
    declined: 'Este pago se rechazó.',
    canceled: 'Este pago se canceló.',
    expired: 'Esta página ha caducado.',
  },
  back: 'Volver a la tienda',
}

export const online: Words = {
  pay,
  methods,
  providers: { stripe: 'Stripe', square: 'Square', paypal: 'PayPal', sandbox: 'Sandbox Pay' },
  problems,
  notPayable,
  handOver,
  returned,
  receipt,
  sandbox,
  actions: {
    payNow: 'Pagar ahora',
    payDeposit: 'Pagar el anticipo',
    payAnother: 'Pagar otro importe',
    payAnotherWay: 'Pagar de otra forma',
    payRest: 'Pagar el resto',
    tryAgain: 'Intentar de nuevo',
    checkAgain: 'Comprobar de nuevo',
    downloadReceipt: 'Descargar el recibo',
    view: {
      invoice: 'Ver la factura',
      estimate: 'Ver el presupuesto',
      credit_note: 'Ver la nota de crédito',
    },
  },
  testMode: 'MODO DE PRUEBA: no se mueve dinero de verdad.',
}

import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['reminders']

const invoice: Words['invoice'] = {
  ahead: (date) => `Un breve recordatorio: esta factura vence el ${date}.`,
  friendly: (date) =>
    `Quizá se le haya pasado: esta factura venció el ${date}. Le agradeceríamos que la pagara en los próximos días.`,
  plain: (date) =>
    `Esta factura venció el ${date} y sigue pendiente. Le rogamos que la pague ahora.`,
  last: (date) =>
    `Esta factura venció el ${date} y no hemos recibido su pago. Le rogamos que la pague hoy o que nos diga qué se lo impide: encontraremos una solución.`,
  unseen: 'Por si nuestro correo anterior no le llegó, la factura se abre con el botón de abajo.',
  seen: 'Si algo de la factura no está claro, responda a este correo y se lo aclararemos.',
  crossed: 'Si su pago ya está en camino, gracias; entonces no queda nada por hacer.',
}

const estimate: Words['estimate'] = {
  friendly: 'Le enviamos este presupuesto y nos gustaría saber qué le parece.',
  plain: 'Este presupuesto sigue esperando su respuesta.',
  last: 'Este presupuesto sigue esperando su respuesta. Decida lo que decida, puede decírnoslo en la página del presupuesto con dos clics, y no volveremos a escribirle sobre él.',
  until: (date) => `Puede aprobarlo hasta el ${date}.`,
  unseen:
    'Por si nuestro correo anterior no le llegó, el presupuesto se abre con el botón de abajo.',
  seen: 'Si tiene alguna pregunta o desea cambiar algo, responda a este correo.',
}

/** What reminders and nudges say in Spanish. */
export const reminders: Words = {
  subject: (subject) => `Recordatorio: ${subject}`,
  wasDue: (amount, date) => `${amount}, venció el ${date}`,
  invoice,
  estimate,
  stop: {
    why: 'Recibe este recordatorio porque este documento está pendiente.',
    label: 'Detener los recordatorios',
  },
}

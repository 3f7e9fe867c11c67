/** Everything that the signed copy of an estimate says in Spanish. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['certificate']

const signature: Words['signature'] = {
  title: {
    typed: 'Firmado electrónicamente',
    drawn: 'Firmado electrónicamente',
    paper: 'Firmado en papel',
    owner: 'Aprobado',
  },
  kinds: {
    typed: 'Firma escrita: quien firma escribió este nombre para firmar.',
    drawn: 'Firma dibujada: quien firma la dibujó en la página.',
    paper: 'Firmado a mano en papel; esto es una imagen escaneada.',
    owner: 'No hay firma: la empresa anotó que su cliente lo aprobó.',
  },
  scan: (hash) =>
    `Firmado a mano en papel. La imagen escaneada es un archivo aparte, SHA-256 ${hash}.`,
  alt: (name) => (name ? `Firma de ${name}` : 'Firma'),
  on: (date) => `el ${date}`,
}

const document: Words['document'] = {
  title: 'El documento',
  number: 'Presupuesto',
  id: 'Identificador del documento',
  version: 'Versión',
  from: 'De',
  for: 'Preparado para',
  total: 'Total',
  deposit: 'Anticipo requerido',
  validUntil: 'Válido hasta',
  hash: 'SHA-256 de lo que se mostró',
}

const signer: Words['signer'] = {
  title: 'La firma',
  name: 'Firmante',
  mailedTo: 'Enlace enviado a',
  at: 'Firmado el',
  kind: 'Tipo',
  kinds: {
    typed: 'Nombre escrito',
    drawn: 'Dibujada en la página',
    paper: 'A mano en papel, escaneada',
    owner: 'Ninguna: anotado por la empresa',
  },
  ip: 'Dirección IP',
  device: 'Navegador (user agent)',
  id: 'Identificador de la aprobación',
  link: 'Identificador del enlace',
  intent: 'Intención',
  intents: {
    typed:
      'Vio todo el presupuesto con sus condiciones en una sola página, marcó el consentimiento que figura abajo, escribió su nombre como firma y eligió «Aprobar».',
    drawn:
      'Vio todo el presupuesto con sus condiciones en una sola página, marcó el consentimiento que figura abajo, escribió su nombre, dibujó su firma y eligió «Aprobar».',
    paper: 'Firmó una copia en papel, que la empresa escaneó y registró.',
    owner: 'Lo comunicó a la empresa, que lo registró.',
  },
  consent: (version) => `Consentimiento (texto ${version})`,
  times: (utc, local, zone) => `${utc} UTC, ${local} en ${zone}`,
}

const events: Words['timeline']['events'] = {
  created: 'Presupuesto creado',
  edited: 'Presupuesto modificado',
  revised: 'Nueva versión iniciada',
  sent: (version) => (version ? `Enviado al cliente, versión ${version}` : 'Enviado'),
  shared: 'Enlace creado',
  mail_sent: (to, id) => `Enviado por correo a ${to}, Message-ID ${id}`,
  mail_failed: (to) => `Correo a ${to} no entregado`,
  opened: 'Enlace abierto, quizá por un analizador de correo',
  viewed: {
    phone: 'Visto por una persona en un teléfono',
    tablet: 'Visto por una persona en una tableta',
    computer: 'Visto por una persona en una computadora',
    unknown: 'Visto por una persona',
  },
  downloaded: 'PDF descargado',
  share_revoked: 'Enlace revocado',
  share_rotated: 'Enlace sustituido',
  declined: 'Rechazado',
  reopened: 'Reabierto',
  update_asked: 'Actualización solicitada',
  link_renewed: (to) => `Enlace nuevo solicitado, enviado a ${to}`,
  consented: (version) => `Consintió firmar electrónicamente, texto ${version}`,
  approved: {
    typed: (name) => `Firmado por ${name}`,
    drawn: (name) => `Firmado por ${name}`,
    paper: (name) => (name ? `Firmado en papel por ${name}` : 'Firmado en papel'),
    owner: (name) => (name ? `Aprobación de ${name} anotada` : 'Aprobación anotada'),
  },
}

const integrity: Words['integrity'] = {
  title: 'Qué lo mantiene todo unido',
  chain: 'Cabeza de la cadena',
  seal: 'Huella del sello',
  chained:
    'Cada evento contiene el hash del anterior. La cabeza de la cadena es el hash del último evento de arriba y figura en el correo con el que llegó esta copia.',
  /** The same, of a copy that no mail brought. */
  chainedOnly:
    'Cada evento contiene el hash del anterior. La cabeza de la cadena es el hash del último evento de arriba.',
  sealed:
    'El sello abarca este archivo entero. Su huella es el SHA-256 del certificado con que se hizo.',
  unsealed: 'Esta copia no lleva sello.',
}

const verify: Words['verify'] = {
  title: 'Cómo comprobar esta copia',
  portal: (business) => `${business} puede compararla con sus propios registros:`,
  pdfsig:
    'Cualquiera puede comprobar el sello; debe decir «Signature is Valid» y «Total document signed»:',
  openssl:
    'O con OpenSSL; debe decir «CAdES Verification successful» y mostrar la huella del sello de arriba:',
  hash: 'El correo con el que llegó esta copia indica el SHA-256 del archivo entero; debe ser el mismo:',
}

const limits: Words['limits'] = {
  title: 'Qué no demuestra esto',
  person:
    'Quién estaba ante el dispositivo. Cualquiera que tuviera el enlace podía firmar; no se comprobó ningún documento de identidad.',
  noted: 'Que el cliente lo hizo, salvo por la palabra y los registros de la empresa.',
  time: (business) =>
    `Cuándo fue, salvo según el reloj de ${business}. Nadie más ha certificado la hora.`,
  seal: (business) =>
    `Quién es ${business}. El sello se hizo con una clave propia de la que nadie más responde: muestra que el archivo no se ha alterado desde entonces.`,
  issued: (business) =>
    `Quién es ${business}, más allá de aquello de lo que responde el emisor del certificado del sello. El sello muestra que el archivo no se ha alterado desde entonces.`,
  device:
    'Dónde estaba quien firmó. La dirección IP y el navegador son lo que la conexión dijo de sí misma.',
}

export const certificate: Words = {
  name: (about) => `${about}, copia firmada`,
  title: 'Certificado de aprobación',
  intro: (about) => `Cómo se aprobó este documento (${about}) y cómo se puede comprobar.`,
  signature,
  document,
  signer,
  timeline: {
    title: 'Cronología',
    what: 'Qué ocurrió',
    utc: 'UTC',
    zone: (zone) => `En ${zone}`,
    events,
  },
  integrity,
  verify,
  limits,
}

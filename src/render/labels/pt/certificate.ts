/** Everything that the signed copy of an estimate says in Portuguese. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['certificate']

const signature: Words['signature'] = {
  title: {
    typed: 'Assinado eletronicamente',
    drawn: 'Assinado eletronicamente',
    paper: 'Assinado em papel',
    owner: 'Aprovado',
  },
  kinds: {
    typed: 'Assinatura digitada: quem assinou digitou este nome para assinar.',
    drawn: 'Assinatura desenhada: quem assinou a desenhou na página.',
    paper: 'Assinado à mão em papel; esta é uma digitalização.',
    owner: 'Não há assinatura: a empresa registrou que seu cliente aprovou.',
  },
  scan: (hash) => `Assinado à mão em papel. A digitalização é um arquivo à parte, SHA-256 ${hash}.`,
  alt: (name) => (name ? `Assinatura de ${name}` : 'Assinatura'),
  on: (date) => `em ${date}`,
}

const document: Words['document'] = {
  title: 'O documento',
  number: 'Orçamento',
  id: 'ID do documento',
  version: 'Versão',
  from: 'De',
  for: 'Orçamento para',
  total: 'Total',
  deposit: 'Adiantamento necessário',
  validUntil: 'Válido até',
  hash: 'SHA-256 do que foi mostrado',
}

const signer: Words['signer'] = {
  title: 'A assinatura',
  name: 'Quem assinou',
  mailedTo: 'Link enviado para',
  at: 'Assinado em',
  kind: 'Tipo',
  kinds: {
    typed: 'Nome digitado',
    drawn: 'Desenhada na página',
    paper: 'À mão em papel, digitalizada',
    owner: 'Nenhuma: registrado pela empresa',
  },
  ip: 'Endereço IP',
  device: 'Navegador (user agent)',
  id: 'ID da aprovação',
  link: 'ID do link',
  intent: 'Intenção',
  intents: {
    typed:
      'Viu em uma página o orçamento inteiro com suas condições, marcou o consentimento abaixo, digitou o nome como assinatura e escolheu “Aprovar”.',
    drawn:
      'Viu em uma página o orçamento inteiro com suas condições, marcou o consentimento abaixo, digitou o nome, desenhou a assinatura e escolheu “Aprovar”.',
    paper: 'Assinou uma cópia em papel, que a empresa digitalizou e registrou.',
    owner: 'Informou a empresa, que o registrou.',
  },
  consent: (version) => `Consentimento (texto ${version})`,
  times: (utc, local, zone) => `${utc} UTC, ${local} em ${zone}`,
}

const events: Words['timeline']['events'] = {
  created: 'Orçamento criado',
  edited: 'Orçamento editado',
  revised: 'Nova versão iniciada',
  sent: (version) => (version ? `Enviado ao cliente, versão ${version}` : 'Enviado'),
  shared: 'Link criado',
  mail_sent: (to, id) => `Enviado por e-mail para ${to}, Message-ID ${id}`,
  mail_failed: (to) => `E-mail para ${to} não entregue`,
  opened: 'Link aberto, talvez por um verificador de e-mails',
  viewed: {
    phone: 'Visto por uma pessoa em um celular',
    tablet: 'Visto por uma pessoa em um tablet',
    computer: 'Visto por uma pessoa em um computador',
    unknown: 'Visto por uma pessoa',
  },
  downloaded: 'PDF baixado',
  share_revoked: 'Link revogado',
  share_rotated: 'Link substituído',
  declined: 'Recusado',
  reopened: 'Reaberto',
  update_asked: 'Atualização solicitada',
  link_renewed: (to) => `Novo link solicitado, enviado para ${to}`,
  consented: (version) => `Consentiu em assinar eletronicamente, texto ${version}`,
  approved: {
    typed: (name) => `Assinado por ${name}`,
    drawn: (name) => `Assinado por ${name}`,
    paper: (name) => (name ? `Assinado em papel por ${name}` : 'Assinado em papel'),
    owner: (name) => (name ? `Aprovação por ${name} registrada` : 'Aprovação registrada'),
  },
}

const integrity: Words['integrity'] = {
  title: 'O que mantém tudo ligado',
  chain: 'Fim da cadeia',
  seal: 'Impressão digital do selo',
  chained:
    'Cada evento contém o hash do anterior. O fim da cadeia é o hash do último evento acima e consta do e-mail com o qual esta cópia chegou.',
  chainedOnly:
    'Cada evento contém o hash do anterior. O fim da cadeia é o hash do último evento acima.',
  sealed:
    'O selo abrange este arquivo inteiro. Sua impressão digital é o SHA-256 do certificado com que foi feito.',
  unsealed: 'Esta cópia não tem selo.',
}

const verify: Words['verify'] = {
  title: 'Como verificar esta cópia',
  portal: (business) => `${business} pode compará-la com os próprios registros:`,
  pdfsig:
    'Qualquer pessoa pode verificar o selo; devem aparecer “Signature is Valid” e “Total document signed”:',
  openssl:
    'Ou com OpenSSL; devem aparecer “CAdES Verification successful” e a impressão digital do selo acima:',
  hash: 'O e-mail com o qual esta cópia chegou informa o SHA-256 do arquivo inteiro; ele deve ser igual:',
}

const limits: Words['limits'] = {
  title: 'O que isto não prova',
  person:
    'Quem estava diante do aparelho. Quem tivesse o link podia assinar; nenhum documento de identidade foi verificado.',
  noted: 'Que o cliente o fez, a não ser pela palavra e pelos registros da empresa.',
  time: (business) =>
    `Quando foi, a não ser pelo relógio do remetente (${business}). Ninguém mais atestou a hora.`,
  seal: (business) =>
    `Quem é o remetente (${business}). O selo é feito com uma chave própria, que ninguém mais atesta: ele mostra que o arquivo não foi alterado desde então.`,
  issued: (business) =>
    `Quem é o remetente (${business}), além do que atesta o emissor do certificado do selo. O selo mostra que o arquivo não foi alterado desde então.`,
  device:
    'Onde estava quem assinou. O endereço IP e o navegador são o que a conexão informou sobre si mesma.',
}

export const certificate: Words = {
  name: (about) => `${about}, cópia assinada`,
  title: 'Certificado de aprovação',
  intro: (about) => `Como este documento (${about}) foi aprovado e como isso pode ser verificado.`,
  signature,
  document,
  signer,
  timeline: {
    title: 'Cronologia',
    what: 'O que aconteceu',
    utc: 'UTC',
    zone: (zone) => `Em ${zone}`,
    events,
  },
  integrity,
  verify,
  limits,
}

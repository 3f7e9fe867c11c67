/** Everything that the signed copy of an estimate says in Simplified Chinese. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['certificate']

const events: Words['timeline']['events'] = {
  created: '创建报价单',
  edited: '编辑报价单',
  revised: '开始新版本',
  sent: (version) => (version ? `发送给客户，版本 ${version}` : '已发送'),
  shared: '创建链接',
  mail_sent: (to, id) => `邮件已发送至 ${to}，Message-ID ${id}`,
  mail_failed: (to) => `发往 ${to} 的邮件未送达`,
  opened: '链接被打开，可能是邮件扫描程序所为',
  viewed: {
    phone: '有人在手机上查看',
    tablet: '有人在平板电脑上查看',
    computer: '有人在电脑上查看',
    unknown: '有人查看',
  },
  downloaded: '下载 PDF',
  share_revoked: '撤销链接',
  share_rotated: '更换链接',
  declined: '拒绝',
  reopened: '重新开放',
  update_asked: '请求更新报价',
  link_renewed: (to) => `请求新链接，已发送至 ${to}`,
  consented: (version) => `同意以电子方式签名，文本 ${version}`,
  approved: {
    typed: (name) => `${name} 签名`,
    drawn: (name) => `${name} 签名`,
    paper: (name) => (name ? `${name} 在纸上签名` : '在纸上签名'),
    owner: (name) => (name ? `已记录 ${name} 的接受` : '已记录接受'),
  },
}

export const certificate: Words = {
  name: (about) => `${about}的已签名副本`,
  title: '接受证明',
  intro: (about) => `${about}是如何被接受的，以及如何核验。`,
  signature: {
    title: {
      typed: '已电子签名',
      drawn: '已电子签名',
      paper: '已在纸上签名',
      owner: '已接受',
    },
    kinds: {
      typed: '输入的签名：签名人输入此姓名作为签名。',
      drawn: '手写的签名：签名人在页面上书写。',
      paper: '在纸上亲笔签名；这是其扫描件。',
      owner: '没有签名：商家记录了其客户已接受。',
    },
    scan: (hash) => `在纸上亲笔签名。扫描件是单独的文件，SHA-256 ${hash}。`,
    alt: (name) => (name ? `${name} 的签名` : '签名'),
    on: (date) => `日期：${date}`,
  },
  document: {
    title: '文档',
    number: '报价单',
    id: '文档 ID',
    version: '版本',
    from: '出具方',
    for: '收件人',
    total: '总计',
    deposit: '所需预付款',
    validUntil: '有效期至',
    hash: '所示内容的 SHA-256',
  },
  signer: {
    title: '签名',
    name: '签名人',
    mailedTo: '链接发送至',
    at: '签名时间',
    kind: '类型',
    kinds: {
      typed: '输入的姓名',
      drawn: '在页面上手写',
      paper: '在纸上亲笔签名，已扫描',
      owner: '无：由商家记录',
    },
    ip: 'IP 地址',
    device: '浏览器（用户代理）',
    id: '接受 ID',
    link: '链接 ID',
    intent: '意思表示',
    intents: {
      typed:
        '在同一页面上看到了完整的报价单及其条款，勾选了下述同意，输入姓名作为签名，并选择了“接受”。',
      drawn:
        '在同一页面上看到了完整的报价单及其条款，勾选了下述同意，输入了姓名，手写了签名，并选择了“接受”。',
      paper: '签署了纸质副本，由商家扫描并记录。',
      owner: '告知了商家，由商家记录。',
    },
    consent: (version) => `同意（文本 ${version}）`,
    times: (utc, local, zone) => `${utc} UTC，${zone} 时间 ${local}`,
  },
  timeline: {
    title: '时间线',
    what: '事件',
    utc: 'UTC',
    zone: (zone) => `${zone} 时间`,
    events,
  },
  integrity: {
    title: '如何发现改动',
    chain: '链头',
    seal: '数字封印指纹',
    chained:
      '每个事件都包含前一个事件的哈希值。链头是上面最后一个事件的哈希值，也写在发送此副本的邮件中。',
    /** The same, of a copy that no mail brought. */
    chainedOnly: '每个事件都包含前一个事件的哈希值。链头是上面最后一个事件的哈希值。',
    sealed: '数字封印涵盖整个文件。其指纹是制作数字封印的证书的 SHA-256。',
    unsealed: '此副本没有数字封印。',
  },
  verify: {
    title: '如何核验此副本',
    portal: (business) => `${business}可以将其与自己的记录进行比对：`,
    pdfsig: '任何人都可以核验数字封印；必须显示“Signature is Valid”和“Total document signed”：',
    openssl: '或使用 OpenSSL；必须显示“CAdES Verification successful”以及上面的数字封印指纹：',
    hash: '发送此副本的邮件写明了整个文件的 SHA-256；两者必须相同：',
  },
  limits: {
    title: '这不能证明什么',
    person: '是谁在操作设备。任何持有链接的人都可以签名；没有核对任何身份证件。',
    noted: '客户确实已接受：除商家的说法和记录之外，没有其他依据。',
    time: (business) => `具体时间：除${business}的时钟之外，没有其他任何人证明该时间。`,
    seal: (business) =>
      `${business}的身份。数字封印由其自己的密钥制作，没有其他任何人为该密钥担保：它表明文件此后未被改动。`,
    issued: (business) =>
      `${business}的身份，超出数字封印证书颁发者所担保的范围。数字封印表明文件此后未被改动。`,
    device: '签名人在何处。IP 地址和浏览器是连接自行提供的信息。',
  },
}

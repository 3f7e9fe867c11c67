/** What the mails about approving and declining say in Simplified Chinese. */

import type { MailLabels } from '../en/mail.ts'

const explained = '副本的最后几页说明了每一项的含义，以及它不能证明什么。'

export const mailApproval: MailLabels['approval'] = {
  summaries: {
    approved: (amount, date) => `${amount}，已于${date}接受`,
    declined: (amount) => `${amount}，已拒绝`,
  },
  facts: {
    approvedBy: '接受人',
    approvedOn: '接受日期',
    declinedOn: '拒绝日期',
    depositDue: '应付预付款',
    signedBy: '签名人',
    signature: '签名',
    deposit: '预付款',
  },
  kinds: { typed: '输入的姓名', drawn: '手写', paper: '纸质', owner: '无' },
  approved: {
    thanks: '您已接受此报价单。谢谢。已签名的副本见附件；请妥善保存。',
    depositOnline: (amount) => `现应支付预付款 ${amount}。您可以在报价单页面上支付。`,
    depositDue: (amount) => `现应支付预付款 ${amount}。`,
    depositPaid: (amount) => `您的预付款 ${amount} 已收到。`,
    next: (business) => `${business || '我们'}会就后续事宜与您联系。`,
    button: '查看并支付预付款',
    check: '如何核验已签名的副本',
    lines: {
      hash: (file, hash) => `${file} 的 SHA-256：${hash}`,
      chain: (head) => `链头：${head}`,
      seal: (fingerprint) => `数字封印指纹：${fingerprint}`,
      how: (file) =>
        `能显示 PDF 文件中签名的程序（例如 pdfsig ${file}）会说明副本自加上数字封印以来是否被改动。${explained}`,
      plain: (file) => `如果 sha256sum ${file} 的结果与下面所列一致，则文件未被改动。${explained}`,
    },
  },
  declined: {
    done: '您已拒绝此报价单。无需付款。',
    mind: '改变主意了吗？请联系我们。',
    reason: '您的原因',
  },
  renewed: {
    subject: (name) => `${name}的新链接`,
    asked: '您请求了新链接。如果不是您本人，则无需任何操作：链接只发送给了您。',
    expired: (date) => `此报价单的有效期已于${date}届满。我们已收到更新请求，会与您联系。`,
  },
  notices: {
    approved: (customer, about) => `${customer} 接受了${about}`,
    declined: (customer, about) => `${customer} 拒绝了${about}`,
    update: (customer, about) => `${customer} 请求更新${about}`,
    depositDue: (amount) => `${amount}，尚未支付`,
    depositPending: (amount) => `${amount}，处理中`,
    depositPaid: (amount) => `${amount}，已付`,
  },
}

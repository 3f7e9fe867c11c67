/** What the mails about approving and declining say in Traditional Chinese. */

import type { MailLabels } from '../en/mail.ts'

const explained = '副本的最後幾頁說明了每一項的含義，以及它不能證明什麼。'

export const mailApproval: MailLabels['approval'] = {
  summaries: {
    approved: (amount, date) => `${amount}，已於${date}接受`,
    declined: (amount) => `${amount}，已拒絕`,
  },
  facts: {
    approvedBy: '接受人',
    approvedOn: '接受日期',
    declinedOn: '拒絕日期',
    depositDue: '應付訂金',
    signedBy: '簽名人',
    signature: '簽名',
    deposit: '訂金',
  },
  kinds: { typed: '輸入的姓名', drawn: '手寫', paper: '紙本', owner: '無' },
  approved: {
    thanks: '您已接受此報價單。謝謝。已簽名的副本見附件；請妥善保存。',
    depositOnline: (amount) => `現應支付訂金 ${amount}。您可以在報價單頁面上支付。`,
    depositDue: (amount) => `現應支付訂金 ${amount}。`,
    depositPaid: (amount) => `您的訂金 ${amount} 已收到。`,
    next: (business) => `${business || '我們'}會就後續事宜與您聯絡。`,
    button: '查看並支付訂金',
    check: '如何驗證已簽名的副本',
    lines: {
      hash: (file, hash) => `${file} 的 SHA-256：${hash}`,
      chain: (head) => `鏈頭：${head}`,
      seal: (fingerprint) => `數位封印指紋：${fingerprint}`,
      how: (file) =>
        `能顯示 PDF 檔案中簽名的程式（例如 pdfsig ${file}）會說明副本自加上數位封印以來是否被更動。${explained}`,
      plain: (file) => `如果 sha256sum ${file} 的結果與下面所列一致，則檔案未被更動。${explained}`,
    },
  },
  declined: {
    done: '您已拒絕此報價單。無需付款。',
    mind: '改變主意了嗎？請聯絡我們。',
    reason: '您的原因',
  },
  renewed: {
    subject: (name) => `${name}的新連結`,
    asked: '您索取了新連結。如果不是您本人，則無需任何操作：連結只寄給了您。',
    expired: (date) => `此報價單的有效期限已於${date}屆滿。我們已收到更新請求，會與您聯絡。`,
  },
  notices: {
    approved: (customer, about) => `${customer} 接受了${about}`,
    declined: (customer, about) => `${customer} 拒絕了${about}`,
    update: (customer, about) => `${customer} 請求更新${about}`,
    depositDue: (amount) => `${amount}，尚未支付`,
    depositPending: (amount) => `${amount}，處理中`,
    depositPaid: (amount) => `${amount}，已付`,
  },
}

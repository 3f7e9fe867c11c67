/** What the mails about approving and declining say in Japanese. */

import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['approval']

const approved: Words['approved'] = {
  thanks:
    'この見積書をご承認いただき、ありがとうございます。署名済みの控えを添付しましたので、大切に保管してください。',
  depositOnline: (amount) =>
    `前払金 ${amount} のお支払いをお願いします。見積書のページでお支払いいただけます。`,
  depositDue: (amount) => `前払金 ${amount} のお支払いをお願いします。`,
  depositPaid: (amount) => `前払金 ${amount} を受け取りました。`,
  next: (business) =>
    business
      ? `今後の流れについて、${business}からご連絡します。`
      : '今後の流れについて、こちらからご連絡します。',
  button: '確認して前払金を支払う',
  check: '署名済みの控えの確認方法',
  lines: {
    hash: (file, hash) => `${file} の SHA-256：${hash}`,
    chain: (head) => `チェーンの末尾：${head}`,
    seal: (fingerprint) => `電子シールのフィンガープリント：${fingerprint}`,
    how: (file) =>
      `PDF ファイルの署名を表示するプログラム（たとえば pdfsig ${file}）で、電子シールの付与後に控えが改変されたかどうかがわかります。控えの最後のページに、それぞれの項目の意味と、証明しないことが記載されています。`,
    plain: (file) =>
      `sha256sum ${file} の結果が下記と同じであれば、ファイルは改変されていません。控えの最後のページに、それぞれの項目の意味と、証明しないことが記載されています。`,
  },
}

export const mailApproval: Words = {
  summaries: {
    approved: (amount, date) => `${amount}、${date}に承認`,
    declined: (amount) => `${amount}、辞退`,
  },
  facts: {
    approvedBy: '承認者',
    approvedOn: '承認日',
    declinedOn: '辞退日',
    depositDue: 'お支払いいただく前払金',
    signedBy: '署名者',
    signature: '署名',
    deposit: '前払金',
  },
  kinds: { typed: '名前の入力', drawn: '手書き', paper: '紙面', owner: 'なし' },
  approved,
  declined: {
    done: 'この見積書は辞退されました。お支払いは不要です。',
    mind: 'お考えが変わりましたら、ご連絡ください。',
    reason: '理由',
  },
  renewed: {
    subject: (name) => `${name} の新しいリンク`,
    asked:
      '新しいリンクのご依頼を受け付けました。お心当たりがない場合も、何もする必要はありません。リンクはお客様だけにお送りしています。',
    expired: (date) =>
      `この見積書の有効期限は${date}でした。更新のご依頼を受けましたので、こちらからご連絡します。`,
  },
  notices: {
    approved: (customer, about) => `${customer} 様が${about} を承認しました`,
    declined: (customer, about) => `${customer} 様が${about} を辞退しました`,
    update: (customer, about) => `${customer} 様が${about} の更新を希望しています`,
    depositDue: (amount) => `${amount}、未払い`,
    depositPending: (amount) => `${amount}、入金手続き中`,
    depositPaid: (amount) => `${amount}、支払い済み`,
  },
}

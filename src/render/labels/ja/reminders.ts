import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['reminders']

const invoice: Words['invoice'] = {
  ahead: (date) => `お知らせ：この請求書の支払期日は${date}です。`,
  friendly: (date) =>
    `念のためお知らせいたします。この請求書の支払期日は${date}でした。数日以内にお支払いいただけますと幸いです。`,
  plain: (date) =>
    `この請求書の支払期日は${date}でしたが、まだお支払いが済んでいません。お支払いくださいますようお願いいたします。`,
  last: (date) =>
    `この請求書の支払期日は${date}でしたが、まだお支払いを確認できていません。本日中にお支払いいただくか、お支払いが難しいご事情をお知らせください。解決方法をご一緒に考えます。`,
  unseen: '以前のメールが届いていない場合に備え、請求書をあらためてお送りします。',
  seen: '請求書についてご不明な点がありましたら、このメールにご返信ください。お答えします。',
  crossed:
    'すでにお支払いの手続きがお済みでしたら、ありがとうございます。その場合、何もしていただく必要はありません。',
}

const estimate: Words['estimate'] = {
  friendly: '先日お送りしたこの見積書について、ご意見をお聞かせいただけますと幸いです。',
  plain: 'この見積書について、ご回答をお待ちしております。',
  last: 'この見積書について、ご回答をお待ちしております。どのようなご判断でも、見積書のページで 2 回クリックするだけでお知らせいただけます。この件で再度ご連絡することはありません。',
  until: (date) => `${date}まで承認できます。`,
  unseen: '以前のメールが届いていない場合に備え、見積書をあらためてお送りします。',
  seen: 'ご質問や変更のご希望がありましたら、このメールにご返信ください。',
}

/** What reminders and nudges say in Japanese. */
export const reminders: Words = {
  subject: (subject) => `リマインダー：${subject}`,
  wasDue: (amount, date) => `${amount}、支払期日は${date}でした`,
  invoice,
  estimate,
  stop: {
    why: 'この文書のお手続きが完了していないため、このリマインダーをお送りしています。',
    label: 'リマインダーを停止する',
  },
}

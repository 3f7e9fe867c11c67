import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['reminders']

const invoice: Words['invoice'] = {
  ahead: (date) => `お知らせ：この請求書の支払期日は${date}です。`,
  friendly: (date) =>
    `お忘れかもしれませんが、この請求書の支払期日は${date}でした。数日以内にお支払いいただけますと幸いです。`,
  plain: (date) =>
    `この請求書の支払期日は${date}でしたが、まだお支払いが済んでいません。今すぐお支払いをお願いします。`,
  last: (date) =>
    `この請求書の支払期日は${date}でしたが、まだお支払いを確認できていません。本日中にお支払いいただくか、お支払いが難しいご事情をお知らせください。一緒に方法を見つけます。`,
  unseen: '以前のメールが届いていない場合のため、請求書をあらためてお送りします。',
  seen: '請求書についてご不明な点がありましたら、このメールにご返信ください。お答えします。',
  crossed:
    'すでにお支払いの手続きがお済みでしたら、ありがとうございます。その場合は何もする必要はありません。',
}

const estimate: Words['estimate'] = {
  friendly: 'この見積書をお送りしました。ご意見をお聞かせいただけますと幸いです。',
  plain: 'この見積書は、まだご回答をお待ちしています。',
  last: 'この見積書は、まだご回答をお待ちしています。どのようなご判断でも、見積書のページで 2 回クリックするだけでお知らせいただけます。この件で再度ご連絡することはありません。',
  until: (date) => `${date}まで承認できます。`,
  unseen: '以前のメールが届いていない場合のため、見積書をあらためてお送りします。',
  seen: 'ご質問や変更のご希望がありましたら、このメールにご返信ください。',
}

/** What reminders and nudges say in Japanese. */
export const reminders: Words = {
  subject: (subject) => `リマインダー：${subject}`,
  wasDue: (amount, date) => `${amount}、支払期日は${date}でした`,
  invoice,
  estimate,
  stop: {
    why: 'この文書が未完了のため、このリマインダーをお送りしています。',
    label: 'リマインダーを停止する',
  },
}

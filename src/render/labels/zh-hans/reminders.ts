import type { MailLabels } from '../en/mail.ts'

/** What reminders and nudges say in Simplified Chinese. */
export const reminders: MailLabels['reminders'] = {
  subject: (subject) => `提醒：${subject}`,
  wasDue: (amount, date) => `${amount} 已于${date}到期`,
  invoice: {
    ahead: (date) => `温馨提醒：此账单的到期日为${date}。`,
    friendly: (date) =>
      `也许您一时未留意：此账单已于${date}到期。如果您能在近几天内付款，我们将十分感谢。`,
    plain: (date) => `此账单已于${date}到期，目前仍未付清。请您尽快付款。`,
    last: (date) =>
      `此账单已于${date}到期，我们尚未收到您的付款。请在今天付款，或告诉我们有何困难：我们会一起想办法。`,
    unseen: '您可能没有收到我们之前的邮件，因此再次向您发送账单。',
    seen: '如果对账单有不清楚之处，请回复此邮件，我们会答复您。',
    crossed: '如果您的付款已在处理中，谢谢您；您无需再进行任何操作。',
  },
  estimate: {
    friendly: '我们向您发送了这份报价单，很想听听您的看法。',
    plain: '这份报价单仍在等待您的答复。',
    last: '这份报价单仍在等待您的答复。无论您如何决定，只需在其页面上点击两次即可告诉我们，我们不会再就此写信给您。',
    until: (date) => `您可以在${date}之前（含当日）接受。`,
    unseen: '您可能没有收到我们之前的邮件，因此再次向您发送报价单。',
    seen: '如果您有疑问，或希望有所更改，请回复此邮件。',
  },
  stop: { why: '您收到此提醒，是因为该文档仍待处理。', label: '停止提醒' },
}

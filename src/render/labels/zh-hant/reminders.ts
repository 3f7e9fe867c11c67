import type { MailLabels } from '../en/mail.ts'

/** What reminders and nudges say in Traditional Chinese. */
export const reminders: MailLabels['reminders'] = {
  subject: (subject) => `提醒：${subject}`,
  wasDue: (amount, date) => `${amount} 已於${date}到期`,
  invoice: {
    ahead: (date) => `溫馨提醒：此帳單的到期日為${date}。`,
    friendly: (date) =>
      `也許您一時未留意：此帳單已於${date}到期。如果您能在近幾天內付款，我們將十分感謝。`,
    plain: (date) => `此帳單已於${date}到期，目前仍未付清。請您盡快付款。`,
    last: (date) =>
      `此帳單已於${date}到期，我們尚未收到您的付款。請在今天付款，或告訴我們有何困難：我們會一起想辦法。`,
    unseen: '您可能沒有收到我們之前的郵件，因此再次寄送帳單。',
    seen: '如果帳單有不清楚之處，請回覆此郵件，我們會答覆您。',
    crossed: '如果您的付款已在處理中，謝謝您；您無需再進行任何操作。',
  },
  estimate: {
    friendly: '我們寄給您這份報價單，很想聽聽您的看法。',
    plain: '這份報價單仍在等待您的答覆。',
    last: '這份報價單仍在等待您的答覆。無論您如何決定，只需在其頁面上點選兩次即可告訴我們，我們不會再就此寫信給您。',
    until: (date) => `您可以在${date}之前（含當日）接受。`,
    unseen: '您可能沒有收到我們之前的郵件，因此再次寄送報價單。',
    seen: '如果您有疑問，或希望有所變更，請回覆此郵件。',
  },
  stop: { why: '您收到此提醒，是因為該文件仍待處理。', label: '停止提醒' },
}

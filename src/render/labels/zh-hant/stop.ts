import type { Labels } from '../en/pages.ts'

/** The page behind the link that stops reminders, in Traditional Chinese. */
export const stop: Labels['stop'] = {
  title: '停止提醒',
  asks: (about) => `您收到了有關${about}的提醒。您可以在此停止此類郵件。`,
  document: (about) => `停止有關${about}的提醒`,
  customer: (business) => (business ? `停止來自${business}的所有提醒` : '停止所有提醒'),
  stillComes: '您仍會收到帳單、報價單和收據；只是不再收到提醒。',
  stopped: {
    title: '提醒已停止',
    document: (about) => `您不會再收到有關${about}的提醒。`,
    customer: (business) =>
      business ? `您不會再收到來自${business}的提醒。` : '您不會再收到提醒。',
  },
  changedMind: '改變主意了嗎？告訴我們，我們會重新開啟。',
  missing: '請選擇要停止的內容。',
}

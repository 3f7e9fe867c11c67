import type { Labels } from '../en/pages.ts'

/** The page behind the link that stops reminders, in Simplified Chinese. */
export const stop: Labels['stop'] = {
  title: '停止提醒',
  asks: (about) => `您收到了有关${about}的提醒。您可以在此停止此类邮件。`,
  document: (about) => `停止有关${about}的提醒`,
  customer: (business) => (business ? `停止来自${business}的所有提醒` : '停止所有提醒'),
  stillComes: '您仍会收到账单、报价单和收据；只是不再收到提醒。',
  stopped: {
    title: '提醒已停止',
    document: (about) => `您不会再收到有关${about}的提醒。`,
    customer: (business) =>
      business ? `您不会再收到来自${business}的提醒。` : '您不会再收到提醒。',
  },
  changedMind: '改变主意了吗？告诉我们，我们会重新开启。',
  missing: '请选择要停止的内容。',
}

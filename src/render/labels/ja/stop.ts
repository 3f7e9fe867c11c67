import type { Labels } from '../en/pages.ts'

/** The page behind the link that stops reminders, in Japanese. */
export const stop: Labels['stop'] = {
  title: 'リマインダーの停止',
  asks: (about) =>
    `${about} に関するリマインダーをお送りしました。こちらで、このようなメールを停止できます。`,
  document: (about) => `${about} に関するリマインダーを停止する`,
  customer: (business) =>
    business ? `${business}からのすべてのリマインダーを停止する` : 'すべてのリマインダーを停止する',
  stillComes: '請求書、見積書、領収書は引き続き届きます。停止するのはリマインダーだけです。',
  stopped: {
    title: 'リマインダーを停止しました',
    document: (about) => `${about} に関するリマインダーは今後届きません。`,
    customer: (business) =>
      business
        ? `${business}からのリマインダーは今後届きません。`
        : 'リマインダーは今後届きません。',
  },
  changedMind: 'お考えが変わりましたら、ご連絡ください。再開いたします。',
  missing: '停止するものを選んでください。',
}

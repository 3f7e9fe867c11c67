import type { Labels } from '../en/pages.ts'

/** The page behind the link that stops reminders, in Arabic. */
export const stop: Labels['stop'] = {
  title: 'إيقاف التذكيرات',
  asks: (about) => `وصلك تذكير بشأن ${about}. يمكنك هنا إيقاف مثل هذه الرسائل.`,
  document: (about) => `إيقاف التذكيرات بشأن ${about}`,
  customer: (business) =>
    business ? `إيقاف جميع التذكيرات من ${business}` : 'إيقاف جميع التذكيرات',
  stillComes: 'ستظل الفواتير وعروض الأسعار والإيصالات تصلك؛ التذكيرات وحدها تتوقف.',
  stopped: {
    title: 'تم إيقاف التذكيرات',
    document: (about) => `لن تصلك تذكيرات أخرى بشأن ${about}.`,
    customer: (business) =>
      business ? `لن تصلك تذكيرات أخرى من ${business}.` : 'لن تصلك تذكيرات أخرى.',
  },
  changedMind: 'هل غيّرت رأيك؟ يكفي إخبارنا، وسنعيد تشغيلها.',
  missing: 'يُرجى اختيار ما يُراد إيقافه.',
}

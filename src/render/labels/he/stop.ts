import type { Labels } from '../en/pages.ts'

/** The page behind the link that stops reminders, in Hebrew. */
export const stop: Labels['stop'] = {
  title: 'הפסקת התזכורות',
  asks: (about) => `קיבלתם תזכורת בעניין ${about}. כאן אפשר להפסיק הודעות כאלה.`,
  document: (about) => `הפסקת התזכורות בעניין ${about}`,
  customer: (business) => (business ? `הפסקת כל התזכורות מאת ${business}` : 'הפסקת כל התזכורות'),
  stillComes: 'חשבוניות, הצעות מחיר וקבלות ימשיכו להגיע אליכם; רק התזכורות נפסקות.',
  stopped: {
    title: 'התזכורות הופסקו',
    document: (about) => `לא תקבלו עוד תזכורות בעניין ${about}.`,
    customer: (business) =>
      business ? `לא תקבלו עוד תזכורות מאת ${business}.` : 'לא תקבלו עוד תזכורות.',
  },
  changedMind: 'שיניתם את דעתכם? ספרו לנו, ונפעיל אותן שוב.',
  missing: 'נא לבחור מה להפסיק.',
}

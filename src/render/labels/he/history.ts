/** The customer's history and statement in Hebrew. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['history']

const states: Words['states'] = {
  open: 'פתוחה',
  due: (date) => `לתשלום עד ${date}`,
  overdue: 'באיחור',
  left: (total) => `נותר מתוך ${total}`,
  onItsWay: (amount) => `${amount} בדרך`,
  paid: 'שולמה',
  refunded: 'התשלום הוחזר',
  partlyRefunded: 'התשלום הוחזר בחלקו',
  overpaid: 'שולמה ביתר',
  cancelled: 'בוטלה',
  closed: 'סגורה',
  credit: 'זיכוי',
  nothing: 'אין מה לשלם',
  validUntil: (date) => `בתוקף עד ${date}`,
  expired: (date) => `הייתה בתוקף עד ${date}`,
  approved: 'אושרה',
  depositDue: (amount) => `אושרה, יש לשלם מקדמה בסך ${amount}`,
  declined: 'נדחתה',
  invoiced: (number) => (number ? `הפכה לחשבונית ${number}` : 'הפכה לחשבונית'),
}

const statement: Words['statement'] = {
  title: 'דף חשבון',
  heading: 'דף חשבון',
  from: 'מתאריך',
  until: 'עד תאריך',
  download: 'הורדת דף החשבון',
  problems: {
    no_date: 'נא למלא תאריך, למשל 2025-01-31.',
    too_early: 'נא למלא יום שאינו לפני היום הראשון.',
  },
  for: 'עבור:',
  begins: 'מתאריך:',
  ends: 'עד תאריך:',
  currency: 'מטבע:',
  days: (from, until) => `מ־${from} עד ${until}`,
  columns: { date: 'תאריך', what: 'פירוט', amount: 'סכום', balance: 'יתרה' },
  opening: 'יתרת פתיחה',
  closing: 'יתרת סגירה',
  inFavor: 'לזכותכם',
  nothing: 'עד אז לא היו חשבוניות ולא תשלומים.',
  movements: {
    invoice: (number) => `חשבונית ${number}`,
    credit_note: (number) => `חשבונית זיכוי ${number}`,
    cancelled: (number) => `חשבונית ${number} בוטלה`,
    disputing: (number) => `מחלוקת על ${number}, טרם הוכרעה`,
    credit: (number) => `זיכוי על ${number}`,
    other: (what, number) => `${what}, ${number}`,
  },
  note: 'תשלומים שעדיין בדרך אינם כלולים.',
}

export const history: Words = {
  see: 'להיסטוריית החשבון שלכם',
  title: 'היסטוריית החשבון שלכם',
  titleFrom: (business) =>
    business ? `היסטוריית החשבון שלכם אצל ${business}` : 'היסטוריית החשבון שלכם',
  outstanding: plural('he', {
    one: 'לתשלום עבור חשבונית אחת',
    two: 'לתשלום עבור שתי חשבוניות',
    other: 'לתשלום עבור # חשבוניות',
  }),
  alsoOutstanding: (amount) => `וכן ${amount}`,
  nothingOutstanding: 'אין יתרה לתשלום. תודה.',
  nothing: 'עדיין אין כאן דבר.',
  forCustomer: (name) => `עבור ${name}`,
  until: (when) => `דף זה זמין עד ${when}.`,
  lists: {
    outstanding: 'חשבוניות לתשלום',
    estimates: 'הצעות מחיר',
    settled: 'שולמו ונסגרו',
    payments: 'תשלומים וקבלות',
  },
  columns: { document: 'מסמך', date: 'תאריך', state: 'מצב', amount: 'סכום' },
  states,
  mailLink: 'שליחת הקישור אליי',
  mailLinkTo: (about) => `שליחת הקישור אליי: ${about}`,
  receipt: (number) => `קבלה ${number}`,
  downloadReceipt: (number) => `הורדת קבלה ${number} כקובץ PDF`,
  earlier: 'מוקדם יותר',
  later: 'מאוחר יותר',
  howToOpen: 'לביטחונכם, כל מסמך נפתח בקישור משלו, שנשלח אל כתובת הדוא״ל הרשומה אצלנו.',
  askUs: 'אין בידינו כתובת דוא״ל שלכם. כדי לפתוח מסמך שוב, בקשו מאיתנו קישור.',
  asked: (about) =>
    `קישור אל ${about} בדרך אל כתובת הדוא״ל הרשומה אצלנו, אלא אם כן נשלח קישור בשעה האחרונה.`,
  closed: (about) => `אי אפשר עוד לפתוח את ${about}. נא ליצור איתנו קשר בעניין.`,
  statement,
}

/** The mail that brings the link. */
export const mailHistory: MailLabels['history'] = {
  subject: (business) =>
    business ? `היסטוריית החשבון שלכם אצל ${business}` : 'היסטוריית החשבון שלכם',
  preheader: (when) => `הקישור פועל עד ${when}`,
  title: 'היסטוריית החשבון שלכם',
  sentences: [
    'זה הקישור שביקשתם אל החשבוניות, הצעות המחיר, התשלומים והקבלות שלכם.',
    'לא ביקשתם אותו? אפשר להתעלם מהודעה זו: הקישור נשלח אליכם בלבד.',
  ],
  works: 'פועל עד',
  button: 'להיסטוריית החשבון',
  secrecy: 'כל מי שבידו קישור זה יכול לראות את היסטוריית החשבון שלכם. שמרו עליו כמו על סיסמה.',
}

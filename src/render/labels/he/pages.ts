/** Everything that pages and printed sheets say in Hebrew. */

import type { Labels } from '../en/pages.ts'
import { approval } from './approval.ts'
import { certificate } from './certificate.ts'
import { history } from './history.ts'
import { notices, renewal } from './notices.ts'
import { online } from './payments.ts'
import { stop } from './stop.ts'

/** Without the article, as Hebrew names a document by its number; all three are feminine. */
const names: Labels['names'] = {
  invoice: (number) => `חשבונית ${number}`,
  estimate: (number) => `הצעת מחיר ${number}`,
  credit_note: (number) => `חשבונית זיכוי ${number}`,
}

const titles: Labels['titles'] = {
  invoice: (business) => (business ? `חשבונית מאת ${business}` : 'חשבונית'),
  estimate: (business) => (business ? `הצעת מחיר מאת ${business}` : 'הצעת מחיר'),
  credit_note: (business) => (business ? `חשבונית זיכוי מאת ${business}` : 'חשבונית זיכוי'),
}

const facts: Labels['facts'] = {
  date: 'תאריך:',
  due: 'לתשלום עד:',
  validUntil: 'בתוקף עד:',
  updated: 'עודכנה ביום',
  forInvoice: 'עבור חשבונית:',
  forEstimate: 'עבור הצעת מחיר:',
  invoice: 'חשבונית:',
}

const items: Labels['items'] = {
  title: 'פריטים',
  description: 'תיאור',
  quantity: 'כמות',
  rate: 'מחיר יחידה',
  amount: 'סכום',
  discount: (percent, amount) => (percent ? `הנחה ${percent}: ${amount}` : `הנחה: ${amount}`),
  taxes: (list) => `חל מס: ${list}`,
  untaxed: 'ללא מס',
}

const totals: Labels['totals'] = {
  title: 'סיכום הסכומים',
  subtotal: 'סכום ביניים',
  discount: (percent) => (percent ? `הנחה (${percent})` : 'הנחה'),
  tax: (name, rate) => `${name} (${rate})`,
  includedTax: (name, rate) => `כולל ${name} (${rate})`,
  totalDue: 'סה״כ לתשלום',
  total: 'סה״כ',
  estimateTotal: 'סה״כ:',
  totalCredit: 'סה״כ זיכוי',
  depositRequired: 'מקדמה נדרשת:',
  depositPaid: 'מקדמה ששולמה',
  paid: 'שולם',
  refunded: 'הוחזר',
  disputed: 'מעוכב עקב מחלוקת',
  balanceDue: 'יתרה לתשלום',
}

const payments: Labels['payments'] = {
  title: 'תשלומים',
  kinds: {
    payment: 'תשלום',
    refund: 'החזר',
    dispute: 'תשלום במחלוקת',
    dispute_won: 'המחלוקת הוכרעה',
    refund_failed: 'החזר ששב אלינו',
    transfer_in: 'מקדמה מהצעת המחיר',
    transfer_out: 'הועבר לחשבונית',
    credit: 'זיכוי',
  },
  methods: {
    cash: 'מזומן',
    check: 'שיק',
    bank: 'העברה בנקאית',
    card: 'כרטיס אשראי',
    ach: 'העברה בנקאית (ACH)',
    stripe_card: 'כרטיס אשראי',
    square_card: 'כרטיס אשראי',
    stripe_ach: 'העברה בנקאית (ACH)',
    paypal: 'PayPal',
    sandbox: 'תשלום ניסיון',
  },
  with: (kind, method) => `${kind}: ${method}`,
}

const parts: Labels['parts'] = {
  summary: 'סיכום',
  from: 'מאת:',
  howToPay: 'איך משלמים',
  notes: 'הערות',
  terms: 'תנאים',
  business: 'העסק',
  taxId: (id) => `מס׳ עוסק: ${id}`,
  language: 'שפה',
}

const actions: Labels['actions'] = {
  downloadPdf: 'הורדת PDF',
  print: 'הדפסה',
  contact: 'יצירת קשר',
  back: 'חזרה',
  askQuestion: 'שליחת שאלה',
  askUpdate: 'בקשת עדכון',
  howToPay: 'איך משלמים',
  links: 'עוד',
}

const states: Labels['states'] = {
  draft: 'זוהי טיוטה. היא טרם נשלחה.',
  dueOn: (date) => `לתשלום עד ${date}`,
  validUntil: (date) => `בתוקף עד ${date}`,
  partlyPaid: (left, total, paid) => `נותר לתשלום ${left} מתוך ${total}. שולם עד כה: ${paid}.`,
  overdue: (date) => `מועד התשלום של חשבונית זו חל ב־${date}.`,
  processing: (amount) =>
    `התשלום הבנקאי שלכם בסך ${amount} בדרך. התהליך נמשך בדרך כלל עד 4 ימי עסקים. אין צורך לשלם שוב.`,
  onItsWay: 'בדרך',
  leftToPay: 'נותר לתשלום',
  paid: (date) => `שולמה במלואה ב־${date}. תודה.`,
  receipt: (number) => `קבלה ${number}`,
  bankFailed: (amount) => `התשלום הבנקאי בסך ${amount} לא בוצע. לא נגבה דבר.`,
  overpaid: (business, amount) =>
    `קיבלנו יותר מהסכום שהיה לתשלום. ייצרו איתכם קשר מטעם ${business} בנוגע לסכום ${amount}.`,
  refunded: (amount, date) => `סכום של ${amount} הוחזר ב־${date}.`,
  nothingToPay: 'אין מה לשלם.',
  nothingCredit: (amount) => `אין מה לשלם. זיכוי בסך ${amount}.`,
  creditNote: (amount) => `זיכוי בסך ${amount}. אין מה לשלם.`,
  voidInvoice: (business) => `חשבונית זו בוטלה על ידי ${business}. לא נדרש תשלום.`,
  voidEstimate: (business) => `הצעת מחיר זו בוטלה על ידי ${business}.`,
  voidCreditNote: (business) => `חשבונית זיכוי זו בוטלה על ידי ${business}.`,
  uncollectible: (business) =>
    `חשבונית זו נסגרה על ידי ${business}. אם יש לכם שאלה לגביה, אפשר לפנות אל ${business}.`,
  depositOnApproval: (amount) => `מקדמה בסך ${amount} עם האישור`,
  approved: (date) => `אושרה ב־${date}.`,
  depositPaid: (amount) => `המקדמה בסך ${amount} שולמה. תודה.`,
  nextDeposit: (amount) => `השלב הבא: תשלום מקדמה בסך ${amount}.`,
  nextContact: (business) => `ייצרו איתכם קשר מטעם ${business} בנוגע להמשך.`,
  depositDue: 'מקדמה לתשלום',
  declined: 'דחיתם הצעת מחיר זו. שיניתם את דעתכם? צרו איתנו קשר.',
  expired: (date) => `הצעת מחיר זו הייתה בתוקף עד ${date}.`,
  invoiced: (number) =>
    number ? `הצעת מחיר זו הפכה לחשבונית ${number}.` : 'הצעת מחיר זו הפכה לחשבונית.',
  asOf: (date) => `נכון ל־${date}. תשלומים ושינויים מאוחרים יותר אינם מוצגים כאן.`,
  preview: 'תצוגה מקדימה: זה מה שהלקוח רואה',
  previewEstimate:
    'תצוגה מקדימה: זה מה שהלקוח רואה. הכפתורים ״אישור״ ו״דחייה״ מופיעים רק בקישור של הלקוח עצמו.',
  cancelledOn: (date) => `בוטלה ב־${date}.`,
  business: 'העסק',
}

const subjects: Labels['subjects'] = {
  contact: (name) => name,
  question: (name) => `שאלה על ${name}`,
  update: (name) => `בקשה לעדכון ${name}`,
  newLink: 'אבקש לקבל קישור חדש',
  problem: (reference) => (reference ? `תקלה בדף, קוד פנייה ${reference}` : 'תקלה בדף'),
}

export const pages: Labels = {
  language: 'he',
  joint: ' ',
  headings: {
    invoice: (number) => `חשבונית מס׳ ${number}`,
    estimate: (number) => `הצעת מחיר מס׳ ${number}`,
    credit_note: (number) => `חשבונית זיכוי מס׳ ${number}`,
  },
  names,
  titles,
  addressee: { invoice: 'לכבוד:', estimate: 'הוכנה עבור:', credit_note: 'זיכוי לכבוד:' },
  facts,
  items,
  totals,
  payments,
  parts,
  actions,
  states,
  subjects,
  notices,
  renewal,
  reference: (code) => `קוד פנייה: ${code}`,
  pageNumber: ['עמוד ', ' מתוך ', ''],
  online,
  approval,
  certificate,
  stop,
  history,
}

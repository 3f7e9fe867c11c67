/** Everything that mails say in Hebrew. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import { disputeReasons } from './disputes.ts'
import { mailHistory } from './history.ts'
import { mailApproval } from './mail-approval.ts'
import { reminders } from './reminders.ts'

const summaries: MailLabels['summaries'] = {
  due: (amount, date) => (date ? `${amount} לתשלום עד ${date}` : `${amount} לתשלום`),
  valid: (amount, date) => (date ? `${amount}, בתוקף עד ${date}` : amount),
  paid: (amount) => `${amount}, שולמה במלואה`,
  approved: (amount) => `${amount}, אושרה`,
  credit: (amount) => `זיכוי בסך ${amount}`,
  nothing: 'אין מה לשלם',
  for: (amount, about) => `${amount} עבור ${about}`,
}

const facts: MailLabels['facts'] = {
  amountDue: 'סכום לתשלום',
  balanceDue: 'יתרה לתשלום',
  credit: 'זיכוי',
  total: 'סה״כ',
  paidSoFar: 'שולם עד כה',
  onItsWay: 'בדרך',
  due: 'לתשלום עד',
  validUntil: 'בתוקף עד',
  issued: 'תאריך',
  deposit: 'מקדמה נדרשת',
  forInvoice: 'עבור חשבונית',
  addressee: { invoice: 'לכבוד', estimate: 'הוכנה עבור', credit_note: 'זיכוי לכבוד' },
  customer: 'לקוח',
  when: 'מועד',
  link: 'קישור',
  reason: 'סיבה',
  recipient: 'נשלח אל',
  next: 'השלב הבא',
  paid: 'סכום ששולם',
  refunded: 'סכום שהוחזר',
  paidOn: 'שולם ביום',
  refundedOn: 'הוחזר ביום',
  for: 'עבור',
  method: 'אמצעי תשלום',
  reference: 'אסמכתה',
  receipt: 'קבלה',
  left: 'נותר לתשלום',
  answerBy: 'להשיב עד',
}

const texts: MailLabels['texts'] = {
  paidInFull: 'חשבונית זו שולמה במלואה. לא נדרש תשלום.',
  nothingToPay: 'אין מה לשלם.',
  received: 'קיבלנו את התשלום שלכם. תודה.',
  depositReceived: 'קיבלנו את המקדמה שלכם. תודה.',
  sentBack: 'הסכום חוזר בדרך שבה שולם. ייתכן שיחלפו כמה ימים עד שיופיע בחשבונכם.',
  givenBack: 'החזרנו לכם סכום זה.',
  creditNote: 'זהו זיכוי. אין מה לשלם.',
  estimate: 'פתחו את הצעת המחיר כדי לראות מה היא כוללת, וכדי לאשר אותה, לדחות אותה או לשאול שאלה.',
  buttonFails: 'אם הכפתור אינו פועל, העתיקו כתובת זו אל הדפדפן:',
  secrecy: 'כל מי שבידו קישור זה יכול לראות את המסמך. שמרו עליו כמו על סיסמה.',
  message: (business) => (business ? `הודעה מאת ${business}` : 'הודעה'),
  howToPay: 'איך משלמים',
  approved: 'אישרתם הצעת מחיר זו.',
  questions: 'יש לכם שאלה? השיבו להודעה זו.',
}

const test: MailLabels['test'] = {
  subject: (subject) => `[בדיקה] ${subject}`,
  banner: 'זו הודעת בדיקה. רק אתם קיבלתם אותה; שום דבר לא נשלח ללקוח.',
  connection: {
    subject: 'הדוא״ל היוצא פועל',
    text: 'הודעה זו נשלחה כדי לבדוק את הגדרות הדוא״ל של הפורטל שלכם. אתם קוראים אותה, ולכן ההגדרות פועלות.',
    business: 'העסק',
    transport: 'נשלח דרך',
    folder: (dir) => `התיקייה ${dir}`,
    next: 'השלב הבא: הפקודה portal send --test, ואחריה מספר המסמך, שולחת אליכם את ההודעה שהלקוח היה מקבל.',
  },
}

const notices: MailLabels['notices'] = {
  paid: (customer, amount, about) => `תשלום בסך ${amount} מאת ${customer} עבור ${about}`,
  paymentFailed: (amount, about) => `תשלום בסך ${amount} עבור ${about} נכשל`,
  refunded: (amount, about) => `סכום של ${amount} עבור ${about} הוחזר`,
  disputed: {
    open: (amount, about) => `יש מחלוקת על תשלום בסך ${amount} עבור ${about}`,
    won: (amount, about) => `המחלוקת על ${amount} עבור ${about} הוכרעה לטובתכם`,
    lost: (amount, about) => `המחלוקת על ${amount} עבור ${about} לא הוכרעה לטובתכם`,
  },
  needsReview: (about) => `תשלום דורש בדיקה שלכם: ${about}`,
  askAgain: (command) => `התשלום והתזכורות מושהים עד להרצת: ${command}`,
  answer: (provider, command) => `יש להשיב בלוח הבקרה של ${provider}, ואז: ${command}`,
  theProvider: 'ספק התשלומים',
  disputeReasons,
  viewed: (customer, about) => `צפייה של ${customer}: ${about}`,
  mailFailed: (about) => `הדוא״ל בעניין ${about} לא נמסר`,
  about: {
    invoice: (number) => `חשבונית ${number}`,
    estimate: (number) => `הצעת מחיר ${number}`,
    credit_note: (number) => `חשבונית זיכוי ${number}`,
  },
  aDocument: 'אחד המסמכים',
  aCustomer: 'אחד הלקוחות',
}

/** "צפיות: 3": a count behind a colon, which asks for no agreement. */
const times = (what: string) => {
  const form = `${what}: #`
  return plural('he', { one: form, two: form, other: form })
}

const digest: MailLabels['digest'] = {
  title: (date) => `מה קרה עד ${date}`,
  more: plural('he', {
    one: 'ועוד אחד: portal status.',
    two: 'ועוד שניים: portal status.',
    other: 'ועוד #: portal status.',
  }),
  events: {
    viewed: times('צפיות'),
    approved: times('אישורים'),
    declined: times('דחיות'),
    paid: times('תשלומים'),
    payment_failed: times('תשלומים שנכשלו'),
    refunded: times('החזרים'),
    disputed: times('מחלוקות'),
    needs_review: times('לבדיקה'),
    mail_failed: times('הודעות שלא נמסרו'),
    question: times('שאלות'),
  },
}

export const mail: MailLabels = {
  language: 'he',
  line: (label, value) => `${label}: ${value}`,
  lead: (label) => `${label}:`,
  subject: (name, business, summary) =>
    business ? `${name} מאת ${business}: ${summary}` : `${name}: ${summary}`,
  withPercent: (amount, percent) => `${amount} (${percent})`,
  summaries,
  facts,
  buttons: {
    invoice: 'לצפייה בחשבונית',
    pay: 'לצפייה בחשבונית ולתשלום',
    estimate: 'לצפייה בהצעת המחיר',
    credit_note: 'לצפייה בחשבונית הזיכוי',
    receipt: 'לצפייה בקבלה',
  },
  texts,
  test,
  notices,
  digest,
  refund: 'החזר',
  approval: mailApproval,
  history: mailHistory,
  reminders,
}

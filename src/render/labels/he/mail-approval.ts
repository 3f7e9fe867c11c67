/** What the mails about approving and declining say in Hebrew. */

import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['approval']

const approved: Words['approved'] = {
  thanks: 'אישרתם הצעת מחיר זו. תודה. העותק החתום מצורף; נא לשמור אותו.',
  depositOnline: (amount) => `יש לשלם כעת מקדמה בסך ${amount}. אפשר לשלם אותה בדף של הצעת המחיר.`,
  depositDue: (amount) => `יש לשלם כעת מקדמה בסך ${amount}.`,
  depositPaid: (amount) => `המקדמה שלכם בסך ${amount} התקבלה.`,
  next: (business) =>
    business ? `ייצרו איתכם קשר מטעם ${business} בנוגע להמשך.` : 'ניצור איתכם קשר בנוגע להמשך.',
  button: 'לצפייה ולתשלום המקדמה',
  check: 'איך בודקים את העותק החתום',
  lines: {
    hash: (file, hash) => `SHA-256 של ${file}: ${hash}`,
    chain: (head) => `ראש השרשרת: ${head}`,
    seal: (fingerprint) => `טביעת האצבע של החותמת: ${fingerprint}`,
    how: (file) =>
      `תוכנה שמציגה חתימות בקובצי PDF, כגון pdfsig ${file}, מראה אם העותק שונה מאז שנחתם בחותמת. העמודים האחרונים של העותק מסבירים מהו כל אחד מערכים אלה, ומה הוא אינו מוכיח.`,
    plain: (file) =>
      `הקובץ לא שונה אם sha256sum ${file} נותן את הערך שלהלן. העמודים האחרונים של העותק מסבירים מהו כל אחד מערכים אלה, ומה הוא אינו מוכיח.`,
  },
}

export const mailApproval: Words = {
  summaries: {
    approved: (amount, date) => `${amount}, אושרה ב־${date}`,
    declined: (amount) => `${amount}, נדחתה`,
  },
  facts: {
    approvedBy: 'אושרה על ידי',
    approvedOn: 'אושרה ביום',
    declinedOn: 'נדחתה ביום',
    depositDue: 'מקדמה לתשלום',
    signedBy: 'נחתמה על ידי',
    signature: 'חתימה',
    deposit: 'מקדמה',
  },
  kinds: { typed: 'שם מוקלד', drawn: 'מצוירת', paper: 'על נייר', owner: 'אין' },
  approved,
  declined: {
    done: 'דחיתם הצעת מחיר זו. לא נדרש תשלום.',
    mind: 'שיניתם את דעתכם? צרו איתנו קשר.',
    reason: 'הסיבה שציינתם',
  },
  renewed: {
    subject: (name) => `קישור חדש אל ${name}`,
    asked: 'ביקשתם קישור חדש. אם לא אתם ביקשתם, אין צורך לעשות דבר: הקישור הגיע אליכם בלבד.',
    expired: (date) => `הצעת מחיר זו הייתה בתוקף עד ${date}. התבקשנו לעדכן אותה, וניצור איתכם קשר.`,
  },
  notices: {
    approved: (customer, about) => `אישור מאת ${customer}: ${about}`,
    declined: (customer, about) => `דחייה מאת ${customer}: ${about}`,
    update: (customer, about) => `בקשת עדכון מאת ${customer}: ${about}`,
    depositDue: (amount) => `${amount}, טרם שולמה`,
    depositPending: (amount) => `${amount}, בדרך`,
    depositPaid: (amount) => `${amount}, שולמה`,
  },
}

/** Everything that the pages around a payment say in Hebrew. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['online']

const pay: Words['pay'] = {
  title: {
    invoice: (number) => `תשלום חשבונית ${number}`,
    estimate: (number) => `תשלום המקדמה עבור הצעת מחיר ${number}`,
    credit_note: (number) => `חשבונית זיכוי ${number}`,
  },
  dueNow: 'לתשלום כעת',
  howMuch: 'כמה תרצו לשלם?',
  allDue: (amount) => `כל הסכום לתשלום: ${amount}`,
  another: 'סכום אחר',
  amount: (currency) => `סכום במטבע ${currency}`,
  bounds: (least, most) => `מ־${least} עד ${most}.`,
  leaves: (least) => `היתרה לאחר התשלום צריכה להיות אפס, או לפחות ${least}.`,
  howToPay: 'איך תרצו לשלם?',
  wrong: 'יש בעיה',
  errorTitle: (title) => `שגיאה: ${title}`,
  safety:
    'התשלום מתבצע בדף המאובטח של ספק התשלומים. פרטי הכרטיס או חשבון הבנק שלכם לעולם אינם מגיעים אלינו.',
  otherWays: 'דרכי תשלום אחרות',
  receipts: 'קבלות',
  unavailable: {
    title: 'תשלום מקוון אינו זמין כעת.',
    text: 'לא נגבה כסף. נסו שוב בעוד כמה דקות.',
    instead: 'או שלמו בדרך המתוארת להלן.',
  },
}

const methods: Words['methods'] = {
  stripe_card: { label: 'כרטיס אשראי', hint: '' },
  square_card: { label: 'כרטיס אשראי', hint: '' },
  stripe_ach: {
    label: 'העברה בנקאית (ACH)',
    hint: 'מחשבון בנק בארצות הברית. התהליך נמשך בדרך כלל עד 4 ימי עסקים.',
  },
  paypal: { label: 'PayPal', hint: '' },
  sandbox: { label: 'תשלום ניסיון', hint: 'דף מדומה להתנסות.' },
}

const problems: Words['problems'] = {
  amount_choice: {
    missing: 'נא לבחור כמה לשלם.',
    not_offered: (due) => `אפשר לשלם רק את מלוא הסכום, ${due}.`,
  },
  amount: {
    missing: 'נא למלא את הסכום לתשלום.',
    not_an_amount: (example) => `נא למלא את הסכום בספרות, למשל ${example}.`,
    not_positive: 'נא למלא סכום גדול מאפס.',
    too_many_digits: (example) => `נא לא למלא יותר ספרות מאשר ב־${example}.`,
    too_much: (most) => `נא למלא לכל היותר ${most}, כל הסכום לתשלום.`,
    too_little: (least) => `נא למלא לפחות ${least}.`,
    leaves_too_little: (all, most) =>
      `נא לשלם את מלוא הסכום, ${all}, או לכל היותר ${most}: אחרת היתרה תהיה קטנה מדי.`,
  },
  method: {
    missing: 'נא לבחור איך לשלם.',
    not_offered: 'נא לבחור באחת מדרכי התשלום המוצעות.',
    not_for_this_amount: 'אי אפשר לשלם סכום זה בדרך זו.',
  },
}

const notPayable: Words['notPayable'] = {
  not_open: {
    invoice: {
      title: 'אי אפשר לשלם חשבונית זו כעת',
      text: 'היא אינה פתוחה לתשלום. כרגע לא נדרש מכם דבר.',
    },
    estimate: {
      title: 'אין כעת מקדמה לתשלום',
      text: 'אפשר לשלם מקדמה לאחר שהצעת המחיר מאושרת.',
    },
  },
  void: { title: 'לא נדרש תשלום', text: 'המסמך בוטל. אין צורך לשלם.' },
  already_paid: { title: 'התשלום כבר בוצע', text: 'לא נדרש תשלום. תודה.' },
  processing: { title: 'התשלום שלכם בדרך', text: 'אין צורך לשלם שוב.' },
  resting: {
    title: 'כרגע אין מה לשלם',
    text: 'לאחר ההחזר לא נדרש תשלום.',
  },
  offline: {
    title: 'אי אפשר לשלם סכום זה באופן מקוון',
    text: 'נא לשלם בדרך אחרת או ליצור איתנו קשר.',
  },
  no_method: {
    title: 'אי אפשר לשלם סכום זה באופן מקוון',
    text: 'אין דרך תשלום מקוונת שמתאימה לסכום זה. נא לשלם בדרך אחרת או ליצור איתנו קשר.',
  },
}

const handOver: Words['handOver'] = {
  title: (provider) => `המשך אל ${provider}`,
  paying: (amount, business, about) => `אתם עומדים לשלם ${amount} לטובת ${business} עבור ${about}.`,
  byItself: 'הדפדפן עובר לשם מעצמו. אם לא קורה דבר, לחצו על הכפתור.',
  next: 'מה קורה אחר כך',
  steps: {
    pay: (provider) => `משלמים בדף המאובטח של ${provider}. לפני כן לא נגבה דבר.`,
    bank: 'תשלום בנקאי נמשך לאחר מכן בדרך כלל עד 4 ימי עסקים.',
    back: 'חוזרים לכאן ורואים אם התשלום הצליח.',
    receipt: 'נשלח אליכם קבלה בדוא״ל כשהכסף יגיע.',
  },
}

const returned: Words['returned'] = {
  paid: {
    title: 'התשלום התקבל',
    text: (amount, about) => `קיבלנו ${amount} עבור ${about}. תודה.`,
    next: 'לא נדרש תשלום נוסף.',
  },
  processing: {
    title: 'התשלום שלכם בדרך',
    bank: (amount) =>
      `התשלום הבנקאי שלכם בסך ${amount} בדרך. התהליך נמשך בדרך כלל עד 4 ימי עסקים. אין צורך לשלם שוב.`,
    other: (amount, provider) =>
      `התשלום שלכם בסך ${amount} עדיין בבדיקה אצל ${provider}. אין צורך לשלם שוב.`,
    next: 'לא נדרש מכם דבר נוסף.',
  },
  not_finished: {
    title: 'התשלום לא הושלם',
    text: 'לא נגבה כסף.',
    next: 'אפשר לנסות שוב מתי שתרצו.',
  },
  declined: {
    title: 'התשלום לא בוצע',
    text: (amount) => `התשלום בסך ${amount} נדחה. לא נגבה כסף.`,
    bank: (amount) => `התשלום הבנקאי בסך ${amount} לא בוצע. לא נגבה דבר.`,
    next: 'נסו שוב, בחרו בדרך תשלום אחרת, או בררו זאת עם הבנק שלכם.',
  },
  already_paid: {
    title: (about) => `${about} כבר שולמה`,
    text: 'לא נדרש תשלום נוסף. הפעם לא נגבה כסף.',
    moved: (amount) => `לא נדרש תשלום נוסף. התשלום שלכם בסך ${amount} התקבל.`,
    next: 'אין צורך לעשות דבר.',
  },
  void: {
    title: (about) => `${about} בוטלה`,
    text: 'לא נדרש תשלום. לא נגבה כסף.',
    moved: (amount, business) =>
      `התשלום שלכם בסך ${amount} התקבל לאחר מכן. עדכון על כך נמסר אל ${business}, וייצרו איתכם קשר.`,
    next: 'אין צורך לעשות דבר.',
  },
  changed: {
    title: 'הסכום השתנה',
    text: (about) => `${about} השתנתה בזמן ששילמתם. לא נגבה כסף.`,
    moved: (about, amount, business) =>
      `${about} השתנתה בזמן ששילמתם. התשלום שלכם בסך ${amount} התקבל; עדכון על כך נמסר אל ${business}, וייצרו איתכם קשר.`,
    next: 'בדקו מה לתשלום כעת, ושלמו את הסכום הזה.',
  },
  needs_review: {
    title: 'אנחנו בודקים את התשלום שלכם',
    text: (amount, business) =>
      `משהו בתשלום שלכם בסך ${amount} דורש בדיקה אנושית. עדכון על כך נמסר אל ${business}, וייצרו איתכם קשר.`,
    next: 'אם נגבה כסף, הוא לא אבד. נא לא לשלם שוב.',
  },
  confirming: {
    title: 'אנחנו מאמתים את התשלום שלכם',
    text: 'בדרך כלל זה נמשך כמה שניות. דף זה מתרענן מעצמו.',
    over: 'זה נמשך יותר מהרגיל. אנחנו ממשיכים לבדוק, ונשלח אליכם קבלה בדוא״ל כשהתשלום יאומת.',
    next: 'בינתיים נא לא לשלם שוב. עדיין איננו יודעים אם נגבה כסף.',
  },
  unreachable: {
    title: (provider) => `אין לנו כרגע קשר עם ${provider}`,
    text: 'אם השלמתם שם את התשלום, הוא לא אבד: נבדוק זאת שוב מעצמנו. אם לא השלמתם אותו, לא נגבה כסף.',
    next: 'בדקו דף זה שוב בעוד כמה דקות, לפני שתשלמו שוב.',
    byItself: 'דף זה בודק שוב מעצמו. בינתיים נא לא לשלם שוב.',
  },
  left: (amount) => `נותר לתשלום: ${amount}.`,
  mailed: 'נשלח אליכם קבלה בדוא״ל.',
  openLink: 'כדי לראות מה המצב, פתחו את הקישור שבהודעה שקיבלתם מאיתנו.',
}

const receipt: Words['receipt'] = {
  heading: (number) => `קבלה מס׳ ${number}`,
  name: (number) => `קבלה ${number}`,
  title: (business) => (business ? `קבלה מאת ${business}` : 'קבלה'),
  receivedFrom: 'התקבל מאת:',
  date: 'תאריך:',
  method: 'אמצעי תשלום:',
  reference: 'אסמכתה:',
  for: {
    invoice: 'עבור חשבונית:',
    estimate: 'עבור הצעת מחיר:',
    credit_note: 'עבור חשבונית זיכוי:',
  },
  sums: 'התשלום',
  total: { invoice: 'סה״כ החשבונית', estimate: 'סה״כ הצעת המחיר', credit_note: 'סה״כ' },
  amount: 'סכום ששולם',
  refundedOn: (date) => `הוחזר ב־${date}`,
  kept: 'סכום ששולם לאחר החזרים',
  leftAfter: 'נותר לתשלום לאחר תשלום זה',
  leftNow: (amount) => `כעת נותר לתשלום ${amount}.`,
  received: (date) => `התקבל ב־${date}. תודה.`,
  refundedWhole: (date) => `תשלום זה הוחזר ב־${date}.`,
  refundedPartly: (amount, date) => `מתוכו הוחזר סכום של ${amount} ב־${date}.`,
  note: (about) => `שולם עבור ${about}`,
}

/** The hosted page of the pretended provider. */
const sandbox: Words['sandbox'] = {
  title: 'תשלום ניסיון',
  brand: 'Sandbox Pay',
  banner: 'מצב ניסיון',
  text: 'דף זה משחק את תפקידו של ספק תשלומים. שום כסף אמיתי אינו עובר כאן.',
  toPay: 'סכום',
  choose: 'מה אמור לקרות?',
  outcomes: {
    paid: 'תשלום',
    declined: 'דחייה',
    canceled: 'ביטול',
    pending: 'תשלום מאוחר יותר (ממתין)',
  },
  later: { paid: 'השלמת התשלום', declined: 'הכשלת התשלום' },
  states: {
    open: '',
    pending: 'תשלום זה ממתין, כפי שהעברה בנקאית ממתינה כמה ימים.',
    paid: 'התשלום בוצע.',
    declined: 'התשלום נדחה.',
    canceled: 'התשלום בוטל.',
    expired: 'פג תוקפו של דף זה.',
  },
  back: 'חזרה לחנות',
}

export const online: Words = {
  pay,
  methods,
  providers: { stripe: 'Stripe', square: 'Square', paypal: 'PayPal', sandbox: 'Sandbox Pay' },
  problems,
  notPayable,
  handOver,
  returned,
  receipt,
  sandbox,
  actions: {
    payNow: 'תשלום עכשיו',
    payDeposit: 'תשלום המקדמה',
    payAnother: 'תשלום סכום אחר',
    payAnotherWay: 'תשלום בדרך אחרת',
    payRest: 'תשלום היתרה',
    tryAgain: 'ניסיון נוסף',
    checkAgain: 'בדיקה חוזרת',
    downloadReceipt: 'הורדת הקבלה',
    view: {
      invoice: 'לצפייה בחשבונית',
      estimate: 'לצפייה בהצעת המחיר',
      credit_note: 'לצפייה בחשבונית הזיכוי',
    },
  },
  testMode: 'מצב ניסיון: שום כסף אמיתי אינו עובר.',
}

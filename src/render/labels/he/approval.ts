/** Everything that the pages around approving and declining say in Hebrew. */

import { plural } from '../../plural.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['approval']

const approve: Words['approve'] = {
  title: (about) => `אישור ${about}`,
  intro: 'נא לבדוק את הפרטים. החתימה היא בסוף דף זה.',
  sign: 'אישור וחתימה',
  name: 'השם המלא שלכם',
  how: 'איך תרצו לחתום?',
  typed: { label: 'הקלדת השם שלי', hint: 'השם שלמעלה הוא החתימה שלכם.' },
  drawn: { label: 'ציור החתימה שלי', hint: 'בעכבר, בעט או באצבע.' },
  typedOnly: 'השם, כפי שתקלידו אותו כאן, הוא החתימה שלכם.',
  pad: {
    title: 'החתימה שלכם',
    canvas: 'שטח לציור החתימה. אם אינכם יכולים לצייר, אפשר להקליד את השם במקום זאת.',
    undo: 'ביטול הפעולה',
    clear: 'ניקוי',
    full: 'אין מקום נוסף. בטלו את הפעולה או נקו את השטח כדי לצייר מחדש.',
    waiting: 'שטח הציור דורש JavaScript. אם הוא אינו מופיע, בחרו בהקלדת השם.',
    only: {
      canvas: 'שטח לציור החתימה שלכם. אם אינכם יכולים לצייר, פנו אלינו כדי לחתום על נייר.',
      waiting: 'שטח הציור דורש JavaScript. אם הוא אינו מופיע, פנו אלינו כדי לחתום על נייר.',
    },
  },
  next: {
    title: 'לאחר האישור',
    told: (business) => `עדכון על כך נשלח מייד אל ${business}.`,
    mailed: 'נשלח אליכם עותק חתום בדוא״ל.',
    download: 'תוכלו להוריד עותק חתום.',
    deposit: (amount) => `יש לשלם מקדמה בסך ${amount}. בדף זה לא מתבצע שום חיוב.`,
    free: 'לא מתבצע שום חיוב.',
  },
}

const decline: Words['decline'] = {
  title: (about) => `דחיית ${about}`,
  text: (business) =>
    `הדחייה תימסר אל ${business}, יחד עם הסיבה אם תציינו אותה. במקרה זה לא נדרש תשלום.`,
  reason: 'סיבה (לא חובה)',
  hint: plural('he', {
    one: 'תו אחד לכל היותר.',
    two: 'עד # תווים.',
    other: 'עד # תווים.',
  }),
}

const shorten = (what: string) =>
  plural('he', {
    one: `נא לקצר את ${what} לתו אחד.`,
    two: `נא לקצר את ${what} ל־# תווים.`,
    other: `נא לקצר את ${what} ל־# תווים.`,
  })

const problems: Words['problems'] = {
  signer_name: {
    missing: 'נא למלא את השם המלא.',
    unfit: 'בשם יש תווים שאי אפשר להציג. נא להקליד אותו שוב.',
    a_link: 'נא למלא שם ולא קישור.',
    a_card: 'נא למלא שם ולא מספר כרטיס.',
    too_long: shorten('השם'),
  },
  signature_kind: {
    missing: 'נא לבחור איך לחתום.',
    not_offered: 'נא לבחור באחת מדרכי החתימה המוצעות.',
    changed: 'אופן החתימה השתנה. נא לחתום כפי שהעמוד הזה מבקש כעת.',
  },
  signature: {
    missing: 'ציירו את החתימה, או בחרו להקליד אותה.',
    empty: 'שטח הציור ריק. ציירו את החתימה, או בחרו להקליד אותה.',
    not_an_image: 'הציור לא הגיע בשלמותו. נא לצייר אותו שוב, או לבחור להקליד את החתימה.',
    too_big: 'הציור גדול מדי. נא לצייר אותו שוב בפחות קווים, או לבחור להקליד את החתימה.',
  },
  drawing: {
    missing: 'ציירו את החתימה.',
    empty: 'שטח הציור ריק. ציירו את החתימה.',
    not_an_image: 'הציור לא הגיע בשלמותו. נא לצייר שוב.',
    too_big: 'הציור גדול מדי. נא לצייר שוב בפחות קווים.',
  },
  consent: { missing: 'נא לסמן את התיבה כדי להסכים לחתימה אלקטרונית.' },
  reason: {
    unfit: 'בסיבה יש תווים שאי אפשר להציג. נא להקליד אותה שוב.',
    too_long: shorten('הסיבה'),
  },
}

const closed: Words['closed'] = {
  approved: {
    title: 'הצעת מחיר זו כבר אושרה',
    text: 'היא נשארת כפי שאושרה. דבר לא השתנה כעת.',
  },
  invoiced: { title: 'הצעת מחיר זו כבר אושרה', text: 'דבר לא השתנה כעת.' },
  declined: {
    title: 'הצעת מחיר זו כבר נדחתה',
    text: 'שיניתם את דעתכם? צרו איתנו קשר.',
  },
  expired: {
    title: 'תוקף הצעת מחיר זו פג',
    text: 'אי אפשר עוד לאשר או לדחות אותה. אפשר לבקש עדכון.',
  },
  void: { title: 'הצעת מחיר זו בוטלה', text: 'לא נדרש תשלום.' },
  draft: {
    title: 'הצעת מחיר זו טרם נשלחה',
    text: 'אפשר יהיה לאשר או לדחות אותה לאחר שתישלח.',
  },
  view_only: {
    title: 'קישור זה מיועד לצפייה בלבד',
    text: 'כדי לאשר או לדחות, השתמשו בקישור שבהודעה שנשלחה אל מי שהצעת המחיר מיועדת לו, או צרו איתנו קשר.',
  },
  preview: {
    title: 'זו התצוגה המקדימה שלכם',
    text: 'רק הלקוח יכול לאשר או לדחות, בקישור שנשלח אליו.',
  },
}

const states: Words['states'] = {
  approvedBy: (name, date) => `אושרה על ידי ${name} ב־${date}.`,
  paper: 'היא נחתמה על נייר.',
  copyTo: (address) => `עותק חתום נשלח בדוא״ל אל ${address}.`,
  ownLink: 'החשבונית תגיע בקישור משלה.',
  declinedOn: (date, business) => `נדחתה ב־${date}. עדכון על כך נמסר אל ${business}.`,
  viewOnly: 'קישור זה מיועד לצפייה בלבד.',
  expiredNext: (business) =>
    `אי אפשר עוד לאשר אותה. כדי לדעת מה תקף כעת, אפשר לפנות אל ${business}.`,
  readOnly: (business) => `כדי לאשר או לדחות, אפשר לפנות אל ${business}.`,
}

export const approval: Words = {
  approve,
  decline,
  problems,
  changed: {
    title: 'הצעת מחיר זו השתנתה',
    text: (business) =>
      `היא שונתה על ידי ${business} בזמן שהייתה פתוחה אצלכם. לא נרשמו אישור או דחייה. להלן הצעת המחיר כפי שהיא כעת: נא לבדוק אותה שוב.`,
  },
  unsaved: {
    title: 'לא ניתן היה לשמור כעת',
    text: 'לא נרשמו אישור או דחייה. מה שמילאתם עדיין כאן: נא לנסות שוב בעוד דקה.',
  },
  closed,
  states,
  actions: {
    approve: 'אישור',
    decline: 'דחייה',
    back: 'חזרה להצעת המחיר',
    downloadSigned: 'הורדת העותק החתום',
    renew: 'שליחת קישור חדש אליי',
  },
}

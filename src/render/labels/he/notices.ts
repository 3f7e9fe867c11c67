import type { Labels } from '../en/pages.ts'

const newest = 'פתחו את הקישור שבהודעה האחרונה שקיבלתם.'
const ask = 'בקשת קישור חדש'
const askForOne = 'בקשו מאיתנו קישור חדש; הוא יישלח אל הכתובת הרשומה אצלנו.'
const contact = 'יצירת קשר'
const mailbox = 'בדקו את תיבת הדוא״ל בעוד כמה דקות, וגם את תיקיית דואר הזבל.'
const otherAddress = 'אם לא מגיע דבר, ייתכן שרשומה אצלנו כתובת אחרת: צרו איתנו קשר.'

/** Pages that stand for a document that cannot be shown: one entry a kind. */
export const notices: Labels['notices'] = {
  unknown: {
    title: 'קישור זה אינו פועל',
    text: 'ייתכן שהוא חלקי או שהוחלף.',
    steps: [
      newest,
      'אם העתקתם אותו, העתיקו את כולו, בלי רווח או נקודה בסופו.',
      'אם הוא עדיין אינו פועל, בקשו מאיתנו קישור חדש.',
    ],
    action: ask,
  },
  revoked: {
    title: 'קישור זה אינו פועל עוד',
    text: 'הוא הוחלף או בוטל.',
    steps: [newest, 'אם אין הודעה כזו, בקשו מאיתנו קישור חדש.'],
    action: ask,
  },
  expired_link: {
    title: 'פג תוקפו של קישור זה',
    text: 'לביטחונכם, קישורים פועלים לזמן מוגבל. המסמך עצמו עדיין כאן.',
    steps: [askForOne],
    action: ask,
  },
  expired_history: {
    title: 'פג תוקפו של קישור זה',
    text: 'לביטחונכם, קישור אל היסטוריית החשבון פועל לזמן קצר בלבד.',
    steps: [askForOne],
    action: ask,
  },
  renewed: {
    title: 'נא לבדוק את תיבת הדוא״ל',
    text: 'אם קישור זה היה תקף אי פעם, שלחנו קישור חדש אל הכתובת הרשומה אצלנו, כל עוד המסמך עומד בתוקפו ולכל היותר פעם בשעה. אם הקישור היה להצעת מחיר שתוקפה פג, התבקשנו לעדכן אותה.',
    steps: [mailbox, otherAddress],
    action: contact,
  },
  history_sent: {
    title: 'נא לבדוק את תיבת הדוא״ל',
    text: 'לביטחונכם, היסטוריית החשבון נפתחת בקישור משלה. אם יש בידינו כתובת דוא״ל שלכם, הקישור בדרך אליה, אלא אם כן נשלח קישור בשעה האחרונה. הוא פועל לזמן מוגבל.',
    steps: [mailbox, otherAddress],
    action: contact,
  },
  too_many: {
    title: 'יותר מדי ניסיונות',
    text: 'מהרשת שלכם התבקשו יותר מדי דפים בזמן קצר. דבר לא השתנה.',
    steps: ['המתינו עשר דקות, ואז פתחו שוב את הקישור.'],
    action: contact,
  },
  error: {
    title: 'אירעה תקלה אצלנו',
    text: 'לא ניתן היה להציג דף זה. לא הועבר כסף.',
    steps: ['נסו שוב בעוד כמה דקות.', 'אם זה קורה שוב, מסרו לנו את קוד הפנייה שלמטה.'],
    action: contact,
  },
  unavailable: {
    title: 'דף זה אינו זמין כעת',
    text: 'אנחנו מטפלים בכך. לא הועבר כסף.',
    steps: ['נסו שוב בעוד כמה דקות. הקישור שלכם אינו משתנה.'],
    action: contact,
  },
  resting: {
    title: 'לא ניתן לבצע זאת כעת',
    text: 'עדיין אפשר לקרוא את המסמך: הדף שלו וקובץ ה־PDF זמינים. אם שילמתם זה עתה, אל תשלמו שוב: התשלום יופיע בדף בקרוב.',
    steps: [
      'חזרו אחורה ונסו שוב בעוד כמה דקות. הקישור שלכם אינו משתנה.',
      'אם הדבר דחוף, התקשרו או כתבו אלינו.',
    ],
    action: contact,
  },
}

/** What a page says instead where a fresh link can be sent, or where a newer version was. */
export const renewal: Labels['renewal'] = {
  replaced: {
    title: 'קישור זה הוחלף',
    text: (date) => `גרסה חדשה יותר נשלחה ב־${date}.`,
  },
  newest,
  renew: 'אם אינכם מוצאים אותה, בקשו לשלוח קישור חדש אל הכתובת הרשומה אצלנו.',
}

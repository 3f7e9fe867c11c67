/** Everything that the signed copy of an estimate says in Hebrew. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['certificate']

const signature: Words['signature'] = {
  title: {
    typed: 'נחתמה אלקטרונית',
    drawn: 'נחתמה אלקטרונית',
    paper: 'נחתמה על נייר',
    owner: 'אושרה',
  },
  kinds: {
    typed: 'חתימה מוקלדת: החותם הקליד שם זה כדי לחתום.',
    drawn: 'חתימה מצוירת: החותם צייר אותה בדף.',
    paper: 'נחתמה בכתב יד על נייר; זו סריקה של החתימה.',
    owner: 'אין חתימה: העסק רשם שהלקוח אישר.',
  },
  scan: (hash) => `נחתמה בכתב יד על נייר. הסריקה היא קובץ נפרד, SHA-256 ${hash}.`,
  alt: (name) => (name ? `החתימה של ${name}` : 'חתימה'),
  on: (date) => `ב־${date}`,
}

const document: Words['document'] = {
  title: 'המסמך',
  number: 'הצעת מחיר',
  id: 'מזהה המסמך',
  version: 'גרסה',
  from: 'מאת',
  for: 'הוכנה עבור',
  total: 'סה״כ',
  deposit: 'מקדמה נדרשת',
  validUntil: 'בתוקף עד',
  hash: 'SHA-256 של מה שהוצג',
}

const signer: Words['signer'] = {
  title: 'החתימה',
  name: 'החותם',
  mailedTo: 'הקישור נשלח אל',
  at: 'מועד החתימה',
  kind: 'סוג',
  kinds: {
    typed: 'שם מוקלד',
    drawn: 'צוירה בדף',
    paper: 'בכתב יד על נייר, נסרקה',
    owner: 'אין: נרשם על ידי העסק',
  },
  ip: 'כתובת IP',
  device: 'דפדפן (user agent)',
  id: 'מזהה האישור',
  link: 'מזהה הקישור',
  intent: 'הכוונה',
  intents: {
    typed:
      'לחותם הוצגה הצעת המחיר כולה על תנאיה בדף אחד; החותם סימן את תיבת ההסכמה שלהלן, הקליד את שמו כחתימתו ובחר ב״אישור״.',
    drawn:
      'לחותם הוצגה הצעת המחיר כולה על תנאיה בדף אחד; החותם סימן את תיבת ההסכמה שלהלן, הקליד את שמו, צייר את חתימתו ובחר ב״אישור״.',
    paper: 'נחתם עותק נייר, והעסק סרק ותיעד אותו.',
    owner: 'האישור נמסר לעסק, והעסק תיעד אותו.',
  },
  consent: (version) => `הסכמה (נוסח ${version})`,
  times: (utc, local, zone) => `${utc} UTC, ${local} לפי ${zone}`,
}

const events: Words['timeline']['events'] = {
  created: 'הצעת המחיר נוצרה',
  edited: 'הצעת המחיר נערכה',
  revised: 'הוחל בגרסה חדשה',
  sent: (version) => (version ? `נשלחה ללקוח, גרסה ${version}` : 'נשלחה'),
  shared: 'נוצר קישור',
  mail_sent: (to, id) => `דוא״ל נשלח אל ${to}, Message-ID ${id}`,
  mail_failed: (to) => `דוא״ל אל ${to} לא נמסר`,
  opened: 'הקישור נפתח, אולי בידי תוכנה לסריקת דוא״ל',
  viewed: {
    phone: 'נצפתה בידי אדם בטלפון',
    tablet: 'נצפתה בידי אדם בטאבלט',
    computer: 'נצפתה בידי אדם במחשב',
    unknown: 'נצפתה בידי אדם',
  },
  downloaded: 'קובץ PDF הורד',
  share_revoked: 'הקישור בוטל',
  share_rotated: 'הקישור הוחלף',
  declined: 'נדחתה',
  reopened: 'נפתחה מחדש',
  update_asked: 'התבקש עדכון',
  link_renewed: (to) => `התבקש קישור חדש, נשלח אל ${to}`,
  consented: (version) => `ניתנה הסכמה לחתימה אלקטרונית, נוסח ${version}`,
  approved: {
    typed: (name) => `נחתמה על ידי ${name}`,
    drawn: (name) => `נחתמה על ידי ${name}`,
    paper: (name) => (name ? `נחתמה על נייר על ידי ${name}` : 'נחתמה על נייר'),
    owner: (name) => (name ? `נרשם אישור של ${name}` : 'נרשם אישור'),
  },
}

const integrity: Words['integrity'] = {
  title: 'מה מחבר את הכול',
  chain: 'ראש השרשרת',
  seal: 'טביעת האצבע של החותמת',
  chained:
    'כל אירוע כולל את ערך הגיבוב של האירוע שלפניו. ראש השרשרת הוא ערך הגיבוב של האירוע האחרון שלמעלה, והוא מופיע בהודעת הדוא״ל שבה הגיע עותק זה.',
  /** The same, of a copy that no mail brought. */
  chainedOnly:
    'כל אירוע כולל את ערך הגיבוב של האירוע שלפניו. ראש השרשרת הוא ערך הגיבוב של האירוע האחרון שלמעלה.',
  sealed:
    'החותמת מכסה את הקובץ הזה כולו. טביעת האצבע שלה היא ערך SHA-256 של האישור הדיגיטלי שבו נוצרה.',
  unsealed: 'עותק זה אינו נושא חותמת.',
}

const verify: Words['verify'] = {
  title: 'איך בודקים עותק זה',
  portal: (business) => `אפשר להשוות אותו אצל ${business} לרישומים השמורים שם:`,
  pdfsig:
    'כל אחד יכול לבדוק את החותמת; צריך להופיע ״Signature is Valid״ וגם ״Total document signed״:',
  openssl:
    'או בעזרת OpenSSL; צריך להופיע ״CAdES Verification successful״ ולהיות מוצגת טביעת האצבע של החותמת שלמעלה:',
  hash: 'הודעת הדוא״ל שבה הגיע עותק זה מציינת את ערך SHA-256 של הקובץ כולו; הוא צריך להיות זהה:',
}

const limits: Words['limits'] = {
  title: 'מה מסמך זה אינו מוכיח',
  person: 'מי ישב מול המכשיר. כל מי שהקישור היה בידו יכול היה לחתום; שום תעודה מזהה לא נבדקה.',
  noted: 'שהלקוח עשה זאת, אלא על פי דברי העסק ורישומיו בלבד.',
  time: (business) =>
    `מתי זה קרה, אלא על פי השעון של ${business} בלבד. שום גורם אחר לא החתים את השעה.`,
  seal: (business) =>
    `מי עומד מאחורי ${business}. החותמת נוצרה במפתח של העסק עצמו, שאיש אחר אינו ערב לו: היא מראה שהקובץ לא שונה מאז.`,
  issued: (business) =>
    `מי עומד מאחורי ${business}, מעבר למה שמנפיק האישור הדיגיטלי של החותמת ערב לו. החותמת מראה שהקובץ לא שונה מאז.`,
  device: 'היכן היה החותם. כתובת IP והדפדפן הם מה שהחיבור מסר על עצמו.',
}

export const certificate: Words = {
  name: (about) => `עותק חתום: ${about}`,
  title: 'תעודת אישור',
  intro: (about) => `כיצד אושרה ${about}, וכיצד אפשר לבדוק זאת.`,
  signature,
  document,
  signer,
  timeline: {
    title: 'ציר הזמן',
    what: 'מה קרה',
    utc: 'UTC',
    zone: (zone) => `לפי ${zone}`,
    events,
  },
  integrity,
  verify,
  limits,
}

/** The customer's history and statement in Arabic. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['history']

const states: Words['states'] = {
  open: 'قيد الانتظار',
  due: (date) => `الاستحقاق ${date}`,
  overdue: 'متأخرة السداد',
  left: (total) => `المتبقي من ${total}`,
  onItsWay: (amount) => `${amount} قيد التحويل`,
  paid: 'مدفوعة',
  refunded: 'تم رد المبلغ',
  partlyRefunded: 'تم رد جزء من المبلغ',
  overpaid: 'مدفوعة بزيادة',
  cancelled: 'تم الإلغاء',
  closed: 'مغلقة',
  credit: 'رصيد دائن',
  nothing: 'لا يوجد مبلغ للدفع',
  validUntil: (date) => `صالح حتى ${date}`,
  expired: (date) => `كان صالحًا حتى ${date}`,
  approved: 'تمت الموافقة',
  depositDue: (amount) => `تمت الموافقة، وتُستحق دفعة مقدمة قدرها ${amount}`,
  declined: 'تم الرفض',
  invoiced: (number) => (number ? `حُوّل إلى الفاتورة ${number}` : 'حُوّل إلى فاتورة'),
}

const statement: Words['statement'] = {
  title: 'كشف الحساب',
  heading: 'كشف حساب',
  from: 'من',
  until: 'إلى',
  download: 'تنزيل كشف الحساب',
  problems: {
    // Numbers beside Arabic letters would change places.
    no_date: 'يُرجى إدخال تاريخ، مثل \u20662025-01-31\u2069.',
    too_early: 'يُرجى إدخال يوم لا يسبق اليوم الأول.',
  },
  for: 'العميل:',
  begins: 'البداية:',
  ends: 'النهاية:',
  currency: 'العملة:',
  days: (from, until) => `من ${from} إلى ${until}`,
  columns: { date: 'التاريخ', what: 'البيان', amount: 'المبلغ', balance: 'الرصيد' },
  opening: 'الرصيد الافتتاحي',
  closing: 'الرصيد الختامي',
  inFavor: 'لصالحك',
  nothing: 'لم تكن هناك فواتير ولا دفعات حتى ذلك التاريخ.',
  movements: {
    invoice: (number) => `الفاتورة ${number}`,
    credit_note: (number) => `الإشعار الدائن ${number}`,
    cancelled: (number) => `إلغاء الفاتورة ${number}`,
    disputing: (number) => `نزاع بشأن ${number}، لم يُبتّ فيه بعد`,
    credit: (number) => `رصيد دائن على ${number}`,
    other: (what, number) => `${what}، ${number}`,
  },
  note: 'لا يشمل ذلك الدفعات التي لا تزال قيد التحويل.',
}

export const history: Words = {
  see: 'عرض سجل معاملاتك',
  title: 'سجل معاملاتك',
  titleFrom: (business) => (business ? `سجل معاملاتك مع ${business}` : 'سجل معاملاتك'),
  outstanding: plural('ar', {
    zero: 'مستحقة على # فاتورة',
    one: 'مستحقة على فاتورة واحدة',
    two: 'مستحقة على فاتورتين',
    few: 'مستحقة على # فواتير',
    many: 'مستحقة على # فاتورة',
    other: 'مستحقة على # فاتورة',
  }),
  alsoOutstanding: (amount) => `إضافة إلى ${amount}`,
  nothingOutstanding: 'لا توجد مبالغ مستحقة. شكرًا لك.',
  nothing: 'لا شيء هنا بعد.',
  forCustomer: (name) => `العميل: ${name}`,
  until: (when) => `هذه الصفحة متاحة حتى ${when}.`,
  lists: {
    outstanding: 'الفواتير المستحقة',
    estimates: 'عروض الأسعار',
    settled: 'المدفوعة والمغلقة',
    payments: 'الدفعات والإيصالات',
  },
  columns: { document: 'المستند', date: 'التاريخ', state: 'الحالة', amount: 'المبلغ' },
  states,
  mailLink: 'إرسال الرابط إليّ',
  mailLinkTo: (about) => `${about}: إرسال الرابط إليّ`,
  receipt: (number) => `الإيصال ${number}`,
  downloadReceipt: (number) => `تنزيل الإيصال ${number} بصيغة PDF`,
  earlier: 'الأقدم',
  later: 'الأحدث',
  howToOpen:
    'حرصًا على أمانك، يُفتح كل مستند برابط خاص به يُرسل إلى عنوان البريد الإلكتروني المسجّل لدينا.',
  askUs: 'ليس لدينا عنوان بريد إلكتروني لك. لفتح مستند من جديد يُرجى طلب رابط منا.',
  asked: (about) =>
    `رابط ${about} في طريقه إلى عنوان البريد الإلكتروني المسجّل لدينا، ما لم يُرسل رابط خلال الساعة الماضية.`,
  closed: (about) => `لم يعد من الممكن فتح ${about}. يُرجى التواصل معنا بهذا الشأن.`,
  statement,
}

export const mailHistory: MailLabels['history'] = {
  subject: (business) => (business ? `سجل معاملاتك مع ${business}` : 'سجل معاملاتك'),
  preheader: (when) => `يعمل الرابط حتى ${when}`,
  title: 'سجل معاملاتك',
  sentences: [
    'إليك الرابط الذي طلبته للاطلاع على فواتيرك وعروض أسعارك ودفعاتك وإيصالاتك.',
    'إذا لم يصدر هذا الطلب منك فيمكنك تجاهل هذه الرسالة: فقد أُرسل الرابط إليك وحدك.',
  ],
  works: 'يعمل حتى',
  button: 'عرض سجل معاملاتك',
  secrecy:
    'يمكن لكل من لديه هذا الرابط الاطلاع على سجل معاملاتك. يُرجى التعامل معه مثل كلمة المرور.',
}

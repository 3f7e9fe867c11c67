/** Everything that mails say in Arabic. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import { disputeReasons } from './disputes.ts'
import { mailHistory } from './history.ts'
import { mailApproval } from './mail-approval.ts'
import { reminders } from './reminders.ts'

const summaries: MailLabels['summaries'] = {
  due: (amount, date) => (date ? `${amount} مستحقة في ${date}` : `${amount} مستحقة`),
  valid: (amount, date) => (date ? `${amount}، صالح حتى ${date}` : amount),
  paid: (amount) => `${amount}، مدفوعة بالكامل`,
  approved: (amount) => `${amount}، تمت الموافقة`,
  credit: (amount) => `رصيد دائن قدره ${amount}`,
  nothing: 'لا يوجد مبلغ للدفع',
  for: (amount, about) => `${amount} عن ${about}`,
}

const facts: MailLabels['facts'] = {
  amountDue: 'المبلغ المستحق',
  balanceDue: 'الرصيد المستحق',
  credit: 'الرصيد الدائن',
  total: 'الإجمالي',
  paidSoFar: 'المدفوع حتى الآن',
  onItsWay: 'قيد التحويل',
  due: 'تاريخ الاستحقاق',
  validUntil: 'صالح حتى',
  issued: 'التاريخ',
  deposit: 'الدفعة المقدمة المطلوبة',
  forInvoice: 'عن الفاتورة',
  addressee: { invoice: 'فاتورة إلى', estimate: 'مقدَّم إلى', credit_note: 'إشعار دائن إلى' },
  customer: 'العميل',
  when: 'الوقت',
  link: 'الرابط',
  reason: 'السبب',
  recipient: 'أُرسل إلى',
  next: 'الخطوة التالية',
  paid: 'المبلغ المدفوع',
  refunded: 'المبلغ المسترد',
  paidOn: 'تاريخ الدفع',
  refundedOn: 'تاريخ الاسترداد',
  for: 'عن',
  method: 'طريقة الدفع',
  reference: 'المرجع',
  receipt: 'الإيصال',
  left: 'المتبقي للدفع',
  answerBy: 'آخر موعد للرد',
}

const texts: MailLabels['texts'] = {
  paidInFull: 'هذه الفاتورة مدفوعة بالكامل. لا يُستحق أي مبلغ.',
  nothingToPay: 'لا يوجد مبلغ للدفع.',
  received: 'استلمنا دفعتك. شكرًا لك.',
  depositReceived: 'استلمنا دفعتك المقدمة. شكرًا لك.',
  sentBack: 'يعود المبلغ بالطريقة التي دُفع بها. وقد تمر بضعة أيام حتى يظهر في حسابك.',
  givenBack: 'أعدنا إليك هذا المبلغ.',
  creditNote: 'هذا رصيد دائن. لا يوجد مبلغ للدفع.',
  estimate: 'يمكنك فتح عرض السعر للاطلاع على ما يشمله، وللموافقة عليه أو رفضه أو طرح سؤال.',
  buttonFails: 'إذا لم يعمل الزر فيُرجى نسخ هذا العنوان إلى متصفحك:',
  secrecy: 'يمكن لكل من لديه هذا الرابط الاطلاع على المستند. يُرجى التعامل معه مثل كلمة المرور.',
  message: (business) => (business ? `رسالة من ${business}` : 'رسالة'),
  howToPay: 'كيفية الدفع',
  approved: 'لقد وافقت على عرض السعر هذا.',
  questions: 'هل لديك سؤال؟ يمكنك الرد على هذه الرسالة.',
}

const test: MailLabels['test'] = {
  subject: (subject) => `[تجربة] ${subject}`,
  banner: 'هذه رسالة تجريبية. وصلت إليك وحدك؛ ولم يُرسل شيء إلى عميلك.',
  connection: {
    subject: 'البريد الصادر يعمل',
    text: 'أُرسلت هذه الرسالة للتحقق من إعدادات البريد في بوابتك. وصولها إليك يعني أن الإعدادات تعمل.',
    business: 'الشركة',
    transport: 'أُرسلت عبر',
    folder: (dir) => `المجلد ${dir}`,
    next: 'الخطوة التالية: الأمر portal send --test متبوعًا برقم المستند يرسل إليك الرسالة التي كانت ستصل إلى العميل.',
  },
}

const notices: MailLabels['notices'] = {
  paid: (customer, amount, about) => `دفعة قدرها ${amount} من ${customer} عن ${about}`,
  paymentFailed: (amount, about) => `فشلت دفعة قدرها ${amount} عن ${about}`,
  refunded: (amount, about) => `رُدّ إلى العميل مبلغ ${amount} عن ${about}`,
  disputed: {
    open: (amount, about) => `هناك نزاع على دفعة قدرها ${amount} عن ${about}`,
    won: (amount, about) => `انتهى لصالحك النزاع على ${amount} عن ${about}`,
    lost: (amount, about) => `انتهى لغير صالحك النزاع على ${amount} عن ${about}`,
  },
  needsReview: (about) => `دفعة تحتاج إلى نظرك: ${about}`,
  askAgain: (command) => `الدفع والتذكيرات متوقفة حتى تنفيذ: ${command}`,
  answer: (provider, command) => `يلزم الرد في لوحة تحكم ${provider}، ثم: ${command}`,
  theProvider: 'مزوّد الدفع',
  disputeReasons,
  viewed: (customer, about) => `اطلاع من ${customer} على ${about}`,
  mailFailed: (about) => `لم تُسلَّم الرسالة بشأن ${about}`,
  about: {
    invoice: (number) => `الفاتورة ${number}`,
    estimate: (number) => `عرض السعر ${number}`,
    credit_note: (number) => `الإشعار الدائن ${number}`,
  },
  aDocument: 'أحد المستندات',
  aCustomer: 'أحد العملاء',
}

/** "مشاهدة: 3": a count behind a colon, which asks for no agreement. */
const times = (what: string) => {
  const form = `${what}: #`
  return plural('ar', { zero: form, one: form, two: form, few: form, many: form, other: form })
}

const digest: MailLabels['digest'] = {
  title: (date) => `ما حدث حتى ${date}`,
  more: times('البقية في portal status، وعددها'),
  events: {
    viewed: times('مشاهدات'),
    approved: times('موافقات'),
    declined: times('حالات رفض'),
    paid: times('دفعات'),
    payment_failed: times('دفعات فاشلة'),
    refunded: times('مبالغ مستردة'),
    disputed: times('نزاعات'),
    needs_review: times('للمراجعة'),
    mail_failed: times('رسائل لم تُسلَّم'),
    question: times('أسئلة'),
  },
}

export const mail: MailLabels = {
  language: 'ar',
  line: (label, value) => `${label}: ${value}`,
  lead: (label) => `${label}:`,
  subject: (name, business, summary) =>
    business ? `${name} من ${business}: ${summary}` : `${name}: ${summary}`,
  withPercent: (amount, percent) => `${amount} (${percent})`,
  summaries,
  facts,
  buttons: {
    invoice: 'عرض الفاتورة',
    pay: 'عرض الفاتورة والدفع',
    estimate: 'الاطلاع على عرض السعر',
    credit_note: 'عرض الإشعار الدائن',
    receipt: 'عرض الإيصال',
  },
  texts,
  test,
  notices,
  digest,
  refund: 'استرداد',
  approval: mailApproval,
  history: mailHistory,
  reminders,
}

/** Everything that pages and printed sheets say in Arabic. */

import type { Labels } from '../en/pages.ts'
import { approval } from './approval.ts'
import { certificate } from './certificate.ts'
import { history } from './history.ts'
import { notices, renewal } from './notices.ts'
import { online } from './payments.ts'
import { stop } from './stop.ts'

/** With the article, so that they stand in a sentence as they are. */
const names: Labels['names'] = {
  invoice: (number) => `الفاتورة ${number}`,
  estimate: (number) => `عرض السعر ${number}`,
  credit_note: (number) => `الإشعار الدائن ${number}`,
}

const titles: Labels['titles'] = {
  invoice: (business) => (business ? `فاتورة من ${business}` : 'فاتورة'),
  estimate: (business) => (business ? `عرض سعر من ${business}` : 'عرض سعر'),
  credit_note: (business) => (business ? `إشعار دائن من ${business}` : 'إشعار دائن'),
}

const facts: Labels['facts'] = {
  date: 'التاريخ:',
  due: 'تاريخ الاستحقاق:',
  validUntil: 'صالح حتى:',
  updated: 'تاريخ التحديث:',
  forInvoice: 'عن الفاتورة:',
  forEstimate: 'عن عرض السعر:',
  invoice: 'الفاتورة:',
}

const items: Labels['items'] = {
  title: 'البنود',
  description: 'الوصف',
  quantity: 'الكمية',
  rate: 'سعر الوحدة',
  amount: 'المبلغ',
  discount: (percent, amount) => (percent ? `خصم ${percent}: ${amount}` : `خصم: ${amount}`),
  taxes: (list) => `خاضع للضريبة: ${list}`,
  untaxed: 'غير خاضع للضريبة',
}

const totals: Labels['totals'] = {
  title: 'المجاميع',
  subtotal: 'المجموع الفرعي',
  discount: (percent) => (percent ? `خصم (${percent})` : 'خصم'),
  tax: (name, rate) => `${name} (${rate})`,
  includedTax: (name, rate) => `يشمل ${name} (${rate})`,
  totalDue: 'الإجمالي المستحق',
  total: 'الإجمالي',
  estimateTotal: 'الإجمالي:',
  totalCredit: 'إجمالي الرصيد الدائن',
  depositRequired: 'الدفعة المقدمة المطلوبة:',
  depositPaid: 'الدفعة المقدمة المسدَّدة',
  paid: 'المدفوع',
  refunded: 'المسترد',
  disputed: 'محتجز بسبب نزاع',
  balanceDue: 'الرصيد المستحق',
}

const payments: Labels['payments'] = {
  title: 'الدفعات',
  kinds: {
    payment: 'دفعة',
    refund: 'استرداد',
    dispute: 'دفعة متنازع عليها',
    dispute_won: 'تسوية النزاع',
    refund_failed: 'استرداد مرتجع',
    transfer_in: 'الدفعة المقدمة من عرض السعر',
    transfer_out: 'منقول إلى الفاتورة',
    credit: 'رصيد دائن',
  },
  methods: {
    cash: 'نقدًا',
    check: 'شيك',
    bank: 'تحويل مصرفي',
    card: 'بطاقة',
    ach: 'تحويل مصرفي (ACH)',
    stripe_card: 'بطاقة',
    square_card: 'بطاقة',
    stripe_ach: 'تحويل مصرفي (ACH)',
    paypal: 'PayPal',
    sandbox: 'دفعة تجريبية',
  },
  with: (kind, method) => `${kind}: ${method}`,
}

const parts: Labels['parts'] = {
  summary: 'الملخص',
  from: 'من:',
  howToPay: 'كيفية الدفع',
  notes: 'ملاحظات',
  terms: 'الشروط',
  business: 'الشركة',
  taxId: (id) => `الرقم الضريبي: ${id}`,
  language: 'اللغة',
}

const actions: Labels['actions'] = {
  downloadPdf: 'تنزيل PDF',
  print: 'طباعة',
  contact: 'التواصل معنا',
  back: 'رجوع',
  askQuestion: 'طرح سؤال',
  askUpdate: 'طلب تحديث',
  howToPay: 'كيفية الدفع',
  links: 'المزيد',
}

const states: Labels['states'] = {
  draft: 'هذه مسودة. لم تُرسل بعد.',
  dueOn: (date) => `الاستحقاق في ${date}`,
  validUntil: (date) => `صالح حتى ${date}`,
  partlyPaid: (left, total, paid) => `المتبقي ${left} من ${total}. المدفوع حتى الآن: ${paid}.`,
  overdue: (date) => `كانت هذه الفاتورة مستحقة في ${date}.`,
  processing: (amount) =>
    `دفعتك المصرفية وقدرها ${amount} قيد التحويل. يستغرق ذلك عادةً ما يصل إلى أربعة أيام عمل. لا يلزمك الدفع مرة أخرى.`,
  onItsWay: 'قيد التحويل',
  leftToPay: 'المتبقي للدفع',
  paid: (date) => `دُفعت بالكامل بتاريخ ${date}. شكرًا لك.`,
  receipt: (number) => `الإيصال ${number}`,
  bankFailed: (amount) => `لم تتم الدفعة المصرفية وقدرها ${amount}. ولم يُحصَّل أي مبلغ.`,
  overpaid: (business, amount) =>
    `استلمنا أكثر مما كان مستحقًا. سيجري التواصل معك من قِبل ${business} بشأن ${amount}.`,
  refunded: (amount, date) => `رُدّ إليك مبلغ ${amount} بتاريخ ${date}.`,
  nothingToPay: 'لا يوجد مبلغ للدفع.',
  nothingCredit: (amount) => `لا يوجد مبلغ للدفع. رصيد دائن قدره ${amount}.`,
  creditNote: (amount) => `رصيد دائن قدره ${amount}. لا يوجد مبلغ للدفع.`,
  voidInvoice: (business) => `أُلغيت هذه الفاتورة من قِبل ${business}. لا يُستحق أي مبلغ.`,
  voidEstimate: (business) => `أُلغي عرض السعر هذا من قِبل ${business}.`,
  voidCreditNote: (business) => `أُلغي هذا الإشعار الدائن من قِبل ${business}.`,
  uncollectible: (business) =>
    `أُغلقت هذه الفاتورة من قِبل ${business}. إذا كان لديك سؤال عنها فيُرجى التواصل مع ${business}.`,
  depositOnApproval: (amount) => `دفعة مقدمة قدرها ${amount} عند الموافقة`,
  approved: (date) => `تمت الموافقة بتاريخ ${date}.`,
  depositPaid: (amount) => `سُدّدت الدفعة المقدمة وقدرها ${amount}. شكرًا لك.`,
  nextDeposit: (amount) => `الخطوة التالية: تُستحق دفعة مقدمة قدرها ${amount}.`,
  nextContact: (business) => `سيجري التواصل معك من قِبل ${business} بشأن الخطوات التالية.`,
  depositDue: 'الدفعة المقدمة المستحقة',
  declined: 'لقد رفضت عرض السعر هذا. هل غيّرت رأيك؟ يسعدنا تواصلك معنا.',
  expired: (date) => `كان عرض السعر هذا صالحًا حتى ${date}.`,
  invoiced: (number) =>
    number ? `حُوّل عرض السعر هذا إلى الفاتورة ${number}.` : 'حُوّل عرض السعر هذا إلى فاتورة.',
  asOf: (date) => `الحالة بتاريخ ${date}. لا تظهر هنا الدفعات والتغييرات اللاحقة.`,
  preview: 'معاينة: هذا ما يراه عميلك',
  previewEstimate:
    'معاينة: هذا ما يراه عميلك. لا يظهر زرا «الموافقة» و«الرفض» إلا في الرابط الخاص بالعميل.',
  cancelledOn: (date) => `تم الإلغاء بتاريخ ${date}.`,
  business: 'الشركة',
}

const subjects: Labels['subjects'] = {
  contact: (name) => name,
  question: (name) => `سؤال عن ${name}`,
  update: (name) => `يُرجى تحديث ${name}`,
  newLink: 'يُرجى إرسال رابط جديد إليّ',
  problem: (reference) => (reference ? `مشكلة في صفحة، المرجع ${reference}` : 'مشكلة في صفحة'),
}

export const pages: Labels = {
  language: 'ar',
  joint: ' ',
  headings: {
    invoice: (number) => `فاتورة رقم ${number}`,
    estimate: (number) => `عرض سعر رقم ${number}`,
    credit_note: (number) => `إشعار دائن رقم ${number}`,
  },
  names,
  titles,
  addressee: { invoice: 'فاتورة إلى:', estimate: 'مقدَّم إلى:', credit_note: 'إشعار دائن إلى:' },
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
  reference: (code) => `الرمز المرجعي: ${code}`,
  pageNumber: ['صفحة ', ' من ', ''],
  online,
  approval,
  certificate,
  stop,
  history,
}

/** What the mails about approving and declining say in Arabic. */

import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['approval']

const approved: Words['approved'] = {
  thanks: 'لقد وافقت على عرض السعر هذا. شكرًا لك. النسخة الموقّعة مرفقة؛ يُرجى الاحتفاظ بها.',
  depositOnline: (amount) =>
    `تُستحق الآن دفعة مقدمة قدرها ${amount}. يمكنك سدادها في صفحة عرض السعر.`,
  depositDue: (amount) => `تُستحق الآن دفعة مقدمة قدرها ${amount}.`,
  depositPaid: (amount) => `استُلمت دفعتك المقدمة وقدرها ${amount}.`,
  next: (business) =>
    business
      ? `سيجري التواصل معك من قِبل ${business} بشأن الخطوات التالية.`
      : 'سنتواصل معك بشأن الخطوات التالية.',
  button: 'الاطلاع وسداد الدفعة المقدمة',
  check: 'كيفية التحقق من النسخة الموقّعة',
  lines: {
    hash: (file, hash) => `قيمة SHA-256 للملف ${file}: ${hash}`,
    chain: (head) => `رأس السلسلة: ${head}`,
    seal: (fingerprint) => `بصمة الختم: ${fingerprint}`,
    how: (file) =>
      `أي برنامج يعرض التوقيعات في ملفات PDF، مثل pdfsig ${file}، يبيّن ما إذا كانت النسخة قد غُيّرت منذ ختمها. وتشرح الصفحات الأخيرة من النسخة معنى كل من هذه القيم وما لا تثبته.`,
    plain: (file) =>
      `الملف لم يُغيَّر إذا أعطى sha256sum ${file} القيمة الواردة أدناه. وتشرح الصفحات الأخيرة من النسخة معنى كل من هذه القيم وما لا تثبته.`,
  },
}

export const mailApproval: Words = {
  summaries: {
    approved: (amount, date) => `${amount}، تمت الموافقة بتاريخ ${date}`,
    declined: (amount) => `${amount}، تم الرفض`,
  },
  facts: {
    approvedBy: 'تمت الموافقة من قِبل',
    approvedOn: 'تاريخ الموافقة',
    declinedOn: 'تاريخ الرفض',
    depositDue: 'الدفعة المقدمة المستحقة',
    signedBy: 'الموقّع',
    signature: 'التوقيع',
    deposit: 'الدفعة المقدمة',
  },
  kinds: { typed: 'اسم مكتوب', drawn: 'مرسوم', paper: 'على الورق', owner: 'لا يوجد' },
  approved,
  declined: {
    done: 'لقد رفضت عرض السعر هذا. لا يُستحق أي مبلغ.',
    mind: 'هل غيّرت رأيك؟ يسعدنا تواصلك معنا.',
    reason: 'السبب الذي ذكرته',
  },
  renewed: {
    subject: (name) => `رابط جديد: ${name}`,
    asked: 'طُلب منا رابط جديد لك. إذا لم يصدر الطلب منك فلا يلزم فعل شيء: فالرابط وصل إليك وحدك.',
    expired: (date) => `كان عرض السعر هذا صالحًا حتى ${date}. طُلب منا تحديثه وسنتواصل معك.`,
  },
  notices: {
    approved: (customer, about) => `موافقة من ${customer} على ${about}`,
    declined: (customer, about) => `رفض ${about} من قِبل ${customer}`,
    update: (customer, about) => `طلب من ${customer} لتحديث ${about}`,
    depositDue: (amount) => `${amount}، لم تُسدَّد بعد`,
    depositPending: (amount) => `${amount}، قيد التحويل`,
    depositPaid: (amount) => `${amount}، مسدَّدة`,
  },
}

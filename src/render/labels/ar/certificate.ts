/** Everything that the signed copy of an estimate says in Arabic. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['certificate']

const signature: Words['signature'] = {
  title: {
    typed: 'موقّع إلكترونيًا',
    drawn: 'موقّع إلكترونيًا',
    paper: 'موقّع ورقيًا',
    owner: 'تمت الموافقة',
  },
  kinds: {
    typed: 'توقيع مكتوب: كُتب هذا الاسم من قِبل الموقّع توقيعًا له.',
    drawn: 'توقيع مرسوم: رُسم من قِبل الموقّع على الصفحة.',
    paper: 'موقّع بخط اليد على الورق؛ وهذه صورة ممسوحة منه.',
    owner: 'لا يوجد توقيع: دوّنت الشركة أن عميلها وافق.',
  },
  scan: (hash) => `موقّع بخط اليد على الورق. الصورة الممسوحة ملف مستقل، SHA-256 ${hash}.`,
  alt: (name) => (name ? `توقيع ${name}` : 'توقيع'),
  on: (date) => `بتاريخ ${date}`,
}

const document: Words['document'] = {
  title: 'المستند',
  number: 'عرض السعر',
  id: 'معرّف المستند',
  version: 'الإصدار',
  from: 'من',
  for: 'مقدَّم إلى',
  total: 'الإجمالي',
  deposit: 'الدفعة المقدمة المطلوبة',
  validUntil: 'صالح حتى',
  hash: 'قيمة SHA-256 لما عُرض',
}

const signer: Words['signer'] = {
  title: 'التوقيع',
  name: 'الموقّع',
  mailedTo: 'أُرسل الرابط إلى',
  at: 'وقت التوقيع',
  kind: 'النوع',
  kinds: {
    typed: 'اسم مكتوب',
    drawn: 'مرسوم على الصفحة',
    paper: 'بخط اليد على الورق، ممسوح ضوئيًا',
    owner: 'لا يوجد: دوّنته الشركة',
  },
  ip: 'عنوان IP',
  device: 'المتصفح (وكيل المستخدم)',
  id: 'معرّف الموافقة',
  link: 'معرّف الرابط',
  intent: 'القصد',
  intents: {
    typed:
      'عُرض على الموقّع عرض السعر كاملًا مع شروطه في صفحة واحدة، وحدّد مربع الإقرار الوارد أدناه، وكتب اسمه توقيعًا له، واختار «الموافقة».',
    drawn:
      'عُرض على الموقّع عرض السعر كاملًا مع شروطه في صفحة واحدة، وحدّد مربع الإقرار الوارد أدناه، وكتب اسمه، ورسم توقيعه، واختار «الموافقة».',
    paper: 'جرى توقيع نسخة ورقية، ثم مسحتها الشركة ضوئيًا وسجّلتها.',
    owner: 'أُبلغت الشركة بذلك، فسجّلته.',
  },
  consent: (version) => `الإقرار (النص ${version})`,
  times: (utc, local, zone) => `${utc} UTC، أي ${local} بتوقيت ${zone}`,
}

const events: Words['timeline']['events'] = {
  created: 'إنشاء عرض السعر',
  edited: 'تعديل عرض السعر',
  revised: 'بدء إصدار جديد',
  sent: (version) => (version ? `إرسال إلى العميل، الإصدار ${version}` : 'إرسال'),
  shared: 'إنشاء رابط',
  mail_sent: (to, id) => `إرسال بريد إلى ${to}، Message-ID ${id}`,
  mail_failed: (to) => `لم يُسلَّم البريد إلى ${to}`,
  opened: 'فتح الرابط، ربما من برنامج لفحص البريد',
  viewed: {
    phone: 'اطّلع عليه شخص من هاتف',
    tablet: 'اطّلع عليه شخص من جهاز لوحي',
    computer: 'اطّلع عليه شخص من حاسوب',
    unknown: 'اطّلع عليه شخص',
  },
  downloaded: 'تنزيل PDF',
  share_revoked: 'إبطال الرابط',
  share_rotated: 'استبدال الرابط',
  declined: 'رفض',
  reopened: 'إعادة فتح',
  update_asked: 'طلب تحديث',
  link_renewed: (to) => `طلب رابط جديد، أُرسل إلى ${to}`,
  consented: (version) => `إقرار بالتوقيع إلكترونيًا، النص ${version}`,
  approved: {
    typed: (name) => `توقيع: ${name}`,
    drawn: (name) => `توقيع: ${name}`,
    paper: (name) => (name ? `توقيع ورقي: ${name}` : 'توقيع ورقي'),
    owner: (name) => (name ? `تدوين موافقة: ${name}` : 'تدوين الموافقة'),
  },
}

const integrity: Words['integrity'] = {
  title: 'ما يربط كل ذلك معًا',
  chain: 'رأس السلسلة',
  seal: 'بصمة الختم',
  chained:
    'يتضمن كل حدث قيمة تجزئة الحدث الذي قبله. ورأس السلسلة هو قيمة تجزئة آخر حدث أعلاه، وهو مذكور في الرسالة التي أُرفقت بها هذه النسخة.',
  /** The same, of a copy that no mail brought. */
  chainedOnly: 'يتضمن كل حدث قيمة تجزئة الحدث الذي قبله. ورأس السلسلة هو قيمة تجزئة آخر حدث أعلاه.',
  sealed: 'يشمل الختم هذا الملف كله. وبصمته هي قيمة SHA-256 للشهادة التي صُنع بها.',
  unsealed: 'لا تحمل هذه النسخة ختمًا.',
}

const verify: Words['verify'] = {
  title: 'كيفية التحقق من هذه النسخة',
  portal: (business) => `تمكن مقارنتها لدى ${business} بالسجلات المحفوظة هناك:`,
  pdfsig:
    'يمكن لأي شخص التحقق من الختم؛ ويجب أن تظهر العبارتان «Signature is Valid» و«Total document signed»:',
  openssl:
    'أو باستخدام OpenSSL؛ ويجب أن تظهر العبارة «CAdES Verification successful» وبصمة الختم المذكورة أعلاه:',
  hash: 'تذكر الرسالة التي أُرفقت بها هذه النسخة قيمة SHA-256 للملف كله؛ ويجب أن تكون هي نفسها:',
}

const limits: Words['limits'] = {
  title: 'ما لا يثبته هذا',
  person: 'من كان أمام الجهاز. كان بإمكان كل من لديه الرابط أن يوقّع؛ ولم يُتحقق من أي وثيقة هوية.',
  noted: 'أن العميل فعل ذلك، إلا بقول الشركة وسجلاتها.',
  time: (business) => `متى حدث ذلك، إلا بحسب ساعة ${business}. ولم تصدّق على الوقت أي جهة أخرى.`,
  seal: (business) =>
    `هوية ${business}. صُنع الختم بمفتاح خاص بهذه الجهة لا تضمنه أي جهة أخرى: وهو يبيّن أن الملف لم يُغيَّر منذ ذلك الحين.`,
  issued: (business) =>
    `هوية ${business}، فيما يتجاوز ما يضمنه مُصدر شهادة الختم. ويبيّن الختم أن الملف لم يُغيَّر منذ ذلك الحين.`,
  device: 'أين كان الموقّع. عنوان IP والمتصفح هما ما ذكره الاتصال عن نفسه.',
}

export const certificate: Words = {
  name: (about) => `النسخة الموقّعة من ${about}`,
  title: 'شهادة الموافقة',
  intro: (about) => `كيف تمت الموافقة على ${about}، وكيف يمكن التحقق من ذلك.`,
  signature,
  document,
  signer,
  timeline: {
    title: 'التسلسل الزمني',
    what: 'ما حدث',
    utc: 'UTC',
    zone: (zone) => `بتوقيت ${zone}`,
    events,
  },
  integrity,
  verify,
  limits,
}

/** Everything that the pages around a payment say in Arabic. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['online']

const pay: Words['pay'] = {
  title: {
    invoice: (number) => `دفع الفاتورة ${number}`,
    estimate: (number) => `سداد الدفعة المقدمة عن عرض السعر ${number}`,
    credit_note: (number) => `الإشعار الدائن ${number}`,
  },
  dueNow: 'مستحق الآن',
  howMuch: 'ما المبلغ المراد دفعه؟',
  allDue: (amount) => `كامل المبلغ المستحق: ${amount}`,
  another: 'مبلغ آخر',
  amount: (currency) => `المبلغ بعملة ${currency}`,
  bounds: (least, most) => `من ${least} إلى ${most}.`,
  leaves: (least) => `يجب ألا يتبقى بعد هذه الدفعة أي مبلغ، أو أن يتبقى ${least} على الأقل.`,
  howToPay: 'ما طريقة الدفع المناسبة لك؟',
  wrong: 'هناك مشكلة',
  errorTitle: (title) => `خطأ: ${title}`,
  safety: 'يتم الدفع في الصفحة الآمنة لمزوّد الدفع. لا نرى أبدًا بيانات بطاقتك أو حسابك المصرفي.',
  otherWays: 'طرق دفع أخرى',
  receipts: 'الإيصالات',
  unavailable: {
    title: 'الدفع عبر الإنترنت غير متاح الآن.',
    text: 'لم يُسحب أي مبلغ. يُرجى المحاولة من جديد بعد بضع دقائق.',
    instead: 'أو يمكنك الدفع بالطريقة الموضحة أدناه.',
  },
}

const methods: Words['methods'] = {
  stripe_card: { label: 'بطاقة', hint: '' },
  square_card: { label: 'بطاقة', hint: '' },
  stripe_ach: {
    label: 'تحويل مصرفي (ACH)',
    hint: 'من حساب مصرفي في الولايات المتحدة. يستغرق ذلك عادةً ما يصل إلى أربعة أيام عمل.',
  },
  paypal: { label: 'PayPal', hint: '' },
  sandbox: { label: 'دفعة تجريبية', hint: 'صفحة وهمية للتجربة.' },
}

const problems: Words['problems'] = {
  amount_choice: {
    missing: 'يُرجى اختيار المبلغ المراد دفعه.',
    not_offered: (due) => `لا يمكن إلا دفع المبلغ كاملًا وقدره ${due}.`,
  },
  amount: {
    missing: 'يُرجى إدخال المبلغ المراد دفعه.',
    not_an_amount: (example) => `يُرجى إدخال المبلغ بالأرقام، مثل ${example}.`,
    not_positive: 'يُرجى إدخال مبلغ أكبر من صفر.',
    too_many_digits: (example) => `يُرجى ألا يزيد عدد الخانات عما في ${example}.`,
    too_much: (most) => `يُرجى إدخال ${most} على الأكثر، وهو كامل المبلغ المستحق.`,
    too_little: (least) => `يُرجى إدخال ${least} على الأقل.`,
    leaves_too_little: (all, most) =>
      `يُرجى دفع المبلغ كاملًا (${all}) أو ${most} على الأكثر: وإلا كان المتبقي قليلًا جدًا.`,
  },
  method: {
    missing: 'يُرجى اختيار طريقة الدفع.',
    not_offered: 'يُرجى اختيار إحدى طرق الدفع المعروضة.',
    not_for_this_amount: 'لا يمكن دفع هذا المبلغ بهذه الطريقة.',
  },
}

const notPayable: Words['notPayable'] = {
  not_open: {
    invoice: {
      title: 'لا يمكن دفع هذه الفاتورة الآن',
      text: 'ليست متاحة للدفع. لا شيء مطلوب منك في الوقت الحالي.',
    },
    estimate: {
      title: 'لا توجد دفعة مقدمة للدفع الآن',
      text: 'يمكن سداد الدفعة المقدمة بعد الموافقة على عرض السعر.',
    },
  },
  void: { title: 'لا يُستحق أي مبلغ', text: 'أُلغي هذا المستند. لا يلزم الدفع.' },
  already_paid: { title: 'تم الدفع بالفعل', text: 'لا يُستحق أي مبلغ. شكرًا لك.' },
  processing: { title: 'دفعتك قيد التحويل', text: 'لا يلزمك الدفع مرة أخرى.' },
  resting: {
    title: 'لا يوجد مبلغ للدفع في الوقت الحالي',
    text: 'بعد استرداد المبلغ، لا يُطلب منك أي دفع.',
  },
  offline: {
    title: 'لا يمكن دفع هذا المبلغ عبر الإنترنت',
    text: 'يُرجى الدفع بطريقة أخرى أو التواصل معنا.',
  },
  no_method: {
    title: 'لا يمكن دفع هذا المبلغ عبر الإنترنت',
    text: 'لا توجد طريقة دفع عبر الإنترنت تناسب هذا المبلغ. يُرجى الدفع بطريقة أخرى أو التواصل معنا.',
  },
}

const handOver: Words['handOver'] = {
  title: (provider) => `المتابعة إلى ${provider}`,
  paying: (amount, business, about) => `أنت على وشك دفع ${amount} إلى ${business} عن ${about}.`,
  byItself: 'ينتقل متصفحك إلى هناك تلقائيًا. إذا لم يحدث شيء فيُرجى استخدام الزر.',
  next: 'ما الذي يحدث بعد ذلك',
  steps: {
    pay: (provider) => `يتم الدفع في صفحة ${provider} الآمنة. لا يُسحب أي مبلغ قبل ذلك.`,
    bank: 'تستغرق الدفعة المصرفية بعد ذلك عادةً ما يصل إلى أربعة أيام عمل.',
    back: 'تتم العودة إلى هنا لمعرفة ما إذا كانت العملية قد نجحت.',
    receipt: 'نرسل إليك إيصالًا بالبريد الإلكتروني عند وصول المبلغ.',
  },
}

const returned: Words['returned'] = {
  paid: {
    title: 'تم استلام الدفعة',
    text: (amount, about) => `استلمنا ${amount} عن ${about}. شكرًا لك.`,
    next: 'لا يُستحق أي مبلغ آخر.',
  },
  processing: {
    title: 'دفعتك قيد التحويل',
    bank: (amount) =>
      `دفعتك المصرفية وقدرها ${amount} قيد التحويل. يستغرق ذلك عادةً ما يصل إلى أربعة أيام عمل. لا يلزمك الدفع مرة أخرى.`,
    other: (amount, provider) =>
      `لا تزال دفعتك وقدرها ${amount} قيد التحقق لدى ${provider}. لا يلزمك الدفع مرة أخرى.`,
    next: 'لا شيء آخر مطلوب منك.',
  },
  not_finished: {
    title: 'لم تكتمل عملية الدفع',
    text: 'لم يُسحب أي مبلغ.',
    next: 'يمكنك المحاولة من جديد متى شئت.',
  },
  declined: {
    title: 'لم تتم عملية الدفع',
    text: (amount) => `رُفضت الدفعة وقدرها ${amount}. لم يُسحب أي مبلغ.`,
    bank: (amount) => `لم تتم الدفعة المصرفية وقدرها ${amount}. ولم يُحصَّل أي مبلغ.`,
    next: 'يمكنك المحاولة من جديد أو اختيار طريقة أخرى أو سؤال مصرفك عن ذلك.',
  },
  already_paid: {
    title: (about) => `تم الدفع بالفعل: ${about}`,
    text: 'لا يُستحق أي مبلغ آخر. لم يُسحب أي مبلغ هذه المرة.',
    moved: (amount) => `لا يُستحق أي مبلغ آخر. استُلمت دفعتك وقدرها ${amount}.`,
    next: 'لا يلزمك فعل شيء.',
  },
  void: {
    title: (about) => `تم الإلغاء: ${about}`,
    text: 'لا يُستحق أي مبلغ. لم يُسحب أي مبلغ.',
    moved: (amount, business) =>
      `استُلمت دفعتك وقدرها ${amount} بعد ذلك. وتم إبلاغ ${business} بذلك، وسيجري التواصل معك.`,
    next: 'لا يلزمك فعل شيء.',
  },
  changed: {
    title: 'تغيّر المبلغ',
    text: (about) => `طرأ تغيير أثناء الدفع (${about}). لم يُسحب أي مبلغ.`,
    moved: (about, amount, business) =>
      `طرأ تغيير أثناء الدفع (${about}). استُلمت دفعتك وقدرها ${amount}؛ وتم إبلاغ ${business} بذلك، وسيجري التواصل معك.`,
    next: 'يُرجى الاطلاع على المستحق الآن، ثم دفعه.',
  },
  needs_review: {
    title: 'نراجع دفعتك الآن',
    text: (amount, business) =>
      `تحتاج دفعتك وقدرها ${amount} إلى مراجعة يدوية. وتم إبلاغ ${business} بذلك، وسيجري التواصل معك.`,
    next: 'إذا كان قد سُحب أي مبلغ فهو لم يضع. يُرجى عدم الدفع مرة أخرى.',
  },
  confirming: {
    title: 'بانتظار تأكيد دفعتك',
    text: 'يستغرق ذلك عادةً بضع ثوانٍ. يجري تحديث هذه الصفحة تلقائيًا.',
    over: 'يستغرق الأمر وقتًا أطول من المعتاد. نواصل الاستعلام، ونرسل إليك إيصالًا بالبريد الإلكتروني عند التأكيد.',
    next: 'يُرجى عدم الدفع مرة أخرى في هذه الأثناء. لا نعرف بعد ما إذا كان قد سُحب أي مبلغ.',
  },
  unreachable: {
    title: (provider) => `لا يمكننا الوصول إلى ${provider} الآن`,
    text: 'إذا اكتمل الدفع هناك فإن دفعتك لم تضع: سنستعلم من جديد تلقائيًا. وإذا لم يكتمل فلم يُسحب أي مبلغ.',
    next: 'يُرجى الاطلاع على هذه الصفحة مجددًا بعد بضع دقائق، قبل الدفع مرة أخرى.',
    byItself: 'تستعلم هذه الصفحة من جديد تلقائيًا. يُرجى عدم الدفع مرة أخرى في هذه الأثناء.',
  },
  left: (amount) => `المتبقي للدفع: ${amount}.`,
  mailed: 'سنرسل إليك إيصالًا بالبريد الإلكتروني.',
  openLink: 'لمعرفة الوضع الحالي يُرجى فتح الرابط الوارد في الرسالة التي وصلتك منا.',
}

const receipt: Words['receipt'] = {
  heading: (number) => `إيصال رقم ${number}`,
  name: (number) => `الإيصال ${number}`,
  title: (business) => (business ? `إيصال من ${business}` : 'إيصال'),
  receivedFrom: 'استُلم من:',
  date: 'التاريخ:',
  method: 'طريقة الدفع:',
  reference: 'المرجع:',
  for: {
    invoice: 'عن الفاتورة:',
    estimate: 'عن عرض السعر:',
    credit_note: 'عن الإشعار الدائن:',
  },
  sums: 'الدفعة',
  total: {
    invoice: 'إجمالي الفاتورة',
    estimate: 'إجمالي عرض السعر',
    credit_note: 'الإجمالي',
  },
  amount: 'المبلغ المدفوع',
  refundedOn: (date) => `رُدّ بتاريخ ${date}`,
  kept: 'المبلغ المدفوع بعد الاسترداد',
  leftAfter: 'المتبقي للدفع بعد هذه الدفعة',
  leftNow: (amount) => `المتبقي للدفع الآن: ${amount}.`,
  received: (date) => `استُلمت بتاريخ ${date}. شكرًا لك.`,
  refundedWhole: (date) => `رُدّت إليك هذه الدفعة بتاريخ ${date}.`,
  refundedPartly: (amount, date) => `رُدّ إليك منها ${amount} بتاريخ ${date}.`,
  note: (about) => `مدفوع عن ${about}`,
}

const sandbox: Words['sandbox'] = {
  title: 'دفعة تجريبية',
  brand: 'Sandbox Pay',
  banner: 'وضع التجربة',
  text: 'تؤدي هذه الصفحة دور مزوّد دفع. لا تُنقل هنا أموال حقيقية.',
  toPay: 'المبلغ',
  choose: 'ما النتيجة المراد تجربتها؟',
  outcomes: {
    paid: 'دفع',
    declined: 'رفض',
    canceled: 'إلغاء',
    pending: 'دفع لاحقًا (معلّق)',
  },
  later: { paid: 'إتمام الدفعة', declined: 'إفشال الدفعة' },
  states: {
    open: '',
    pending: 'هذه الدفعة معلّقة، كما يكون التحويل المصرفي لبضعة أيام.',
    paid: 'تم الدفع.',
    declined: 'رُفض الدفع.',
    canceled: 'أُلغي الدفع.',
    expired: 'انتهت صلاحية هذه الصفحة.',
  },
  back: 'العودة إلى المتجر',
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
    payNow: 'الدفع الآن',
    payDeposit: 'سداد الدفعة المقدمة',
    payAnother: 'دفع مبلغ آخر',
    payAnotherWay: 'الدفع بطريقة أخرى',
    payRest: 'دفع المتبقي',
    tryAgain: 'المحاولة من جديد',
    checkAgain: 'التحقق من جديد',
    downloadReceipt: 'تنزيل الإيصال',
    view: {
      invoice: 'عرض الفاتورة',
      estimate: 'الاطلاع على عرض السعر',
      credit_note: 'عرض الإشعار الدائن',
    },
  },
  testMode: 'وضع التجربة: لا تُنقل أموال حقيقية.',
}

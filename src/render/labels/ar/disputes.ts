/** Why a payer disputes a payment, in Arabic. */
import type { DisputeWords } from '../../../domain/dispute-reason.ts'

export const disputeReasons: DisputeWords = {
  unauthorized: 'دفعة غير مصرَّح بها',
  unrecognized: 'دفعة غير معروفة',
  not_received: 'لم تصل السلع أو الخدمات',
  not_as_described: 'غير مطابق للوصف أو معيب',
  refund_missing: 'لم يصل مبلغ مستحق الاسترداد',
  canceled: 'أُلغي ومع ذلك خُصم المبلغ',
  duplicate: 'خُصم المبلغ مرتين',
  wrong_amount: 'خُصم مبلغ غير صحيح',
  paid_otherwise: 'دُفع من قبل بطريقة أخرى',
  no_funds: 'الرصيد في الحساب غير كافٍ',
  wrong_account: 'بيانات الحساب المصرفي غير صحيحة',
  bank: 'تعذّرت معالجته لدى البنك',
  unspecified: 'لم يُذكر سبب',
}

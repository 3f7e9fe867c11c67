/** Why a payer disputes a payment, in Hebrew. */
import type { DisputeWords } from '../../../domain/dispute-reason.ts'

export const disputeReasons: DisputeWords = {
  unauthorized: 'תשלום ללא הרשאה',
  unrecognized: 'תשלום לא מוכר',
  not_received: 'המוצר או השירות לא התקבלו',
  not_as_described: 'לא תואם את התיאור או פגום',
  refund_missing: 'החזר כספי מגיע לא התקבל',
  canceled: 'בוטל ובכל זאת חויב',
  duplicate: 'חיוב כפול',
  wrong_amount: 'חיוב בסכום שגוי',
  paid_otherwise: 'כבר שולם בדרך אחרת',
  no_funds: 'אין די כסף בחשבון',
  wrong_account: 'פרטי חשבון הבנק שגויים',
  bank: 'הבנק אינו יכול לעבד את התשלום',
  unspecified: 'לא צוינה סיבה',
}

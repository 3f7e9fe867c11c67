/** Why a payer disputes a payment, in traditional Chinese. */
import type { DisputeWords } from '../../../domain/dispute-reason.ts'

export const disputeReasons: DisputeWords = {
  unauthorized: '付款人未授權',
  unrecognized: '付款人不認得這筆付款',
  not_received: '未收到商品或服務',
  not_as_described: '與描述不符或有瑕疵',
  refund_missing: '應退的款項未收到',
  canceled: '已取消但仍被扣款',
  duplicate: '重複扣款',
  wrong_amount: '扣款金額有誤',
  paid_otherwise: '已用其他方式付款',
  no_funds: '帳戶餘額不足',
  wrong_account: '銀行帳戶資料有誤',
  bank: '銀行無法處理',
  unspecified: '未說明原因',
}

/** Why a payer disputes a payment, in simplified Chinese. */
import type { DisputeWords } from '../../../domain/dispute-reason.ts'

export const disputeReasons: DisputeWords = {
  unauthorized: '付款人未授权',
  unrecognized: '付款人不认得这笔付款',
  not_received: '未收到商品或服务',
  not_as_described: '与描述不符或有缺陷',
  refund_missing: '应退的款项未收到',
  canceled: '已取消但仍被扣款',
  duplicate: '重复扣款',
  wrong_amount: '扣款金额有误',
  paid_otherwise: '已用其他方式付款',
  no_funds: '账户余额不足',
  wrong_account: '银行账户信息有误',
  bank: '银行无法处理',
  unspecified: '未说明原因',
}

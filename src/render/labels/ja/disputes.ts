/** Why a payer disputes a payment, in Japanese. */
import type { DisputeWords } from '../../../domain/dispute-reason.ts'

export const disputeReasons: DisputeWords = {
  unauthorized: '支払人の承認がない',
  unrecognized: '支払人に心当たりがない',
  not_received: '商品またはサービスが届いていない',
  not_as_described: '説明と異なる、または不良がある',
  refund_missing: '受け取るべき返金が届いていない',
  canceled: 'キャンセル後に請求された',
  duplicate: '二重に請求された',
  wrong_amount: '請求金額が誤っている',
  paid_otherwise: 'すでに別の方法で支払い済み',
  no_funds: '口座の残高不足',
  wrong_account: '口座情報の誤り',
  bank: '銀行が処理できない',
  unspecified: '理由の記載なし',
}

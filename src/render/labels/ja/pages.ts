/** Everything that pages and printed sheets say in Japanese. */

import type { Labels } from '../en/pages.ts'
import { approval } from './approval.ts'
import { certificate } from './certificate.ts'
import { history } from './history.ts'
import { notices, renewal } from './notices.ts'
import { online } from './payments.ts'
import { stop } from './stop.ts'

const names: Labels['names'] = {
  invoice: (number) => `請求書 ${number}`,
  estimate: (number) => `見積書 ${number}`,
  credit_note: (number) => `減額通知書 ${number}`,
}

const titles: Labels['titles'] = {
  invoice: (business) => (business ? `${business}からの請求書` : '請求書'),
  estimate: (business) => (business ? `${business}からの見積書` : '見積書'),
  credit_note: (business) => (business ? `${business}からの減額通知書` : '減額通知書'),
}

const facts: Labels['facts'] = {
  date: '日付：',
  due: '支払期日：',
  validUntil: '有効期限：',
  updated: '更新日：',
  forInvoice: '対象の請求書：',
  forEstimate: '対象の見積書：',
  invoice: '請求書：',
}

const items: Labels['items'] = {
  title: '明細',
  description: '内容',
  quantity: '数量',
  rate: '単価',
  amount: '金額',
  discount: (percent, amount) => (percent ? `割引 ${percent}：${amount}` : `割引：${amount}`),
  taxes: (list) => `課税：${list}`,
  untaxed: '課税なし',
}

const totals: Labels['totals'] = {
  title: '合計',
  subtotal: '小計',
  discount: (percent) => (percent ? `割引（${percent}）` : '割引'),
  tax: (name, rate) => `${name}（${rate}）`,
  includedTax: (name, rate) => `うち ${name}（${rate}）`,
  totalDue: 'ご請求金額',
  total: '合計',
  estimateTotal: '合計：',
  totalCredit: '減額合計',
  depositRequired: '必要な前払金：',
  depositPaid: 'お支払い済みの前払金',
  paid: 'お支払い済み',
  refunded: '返金済み',
  disputed: '異議申し立てにより保留中',
  balanceDue: '未払い残高',
}

const payments: Labels['payments'] = {
  title: 'お支払い',
  kinds: {
    payment: 'お支払い',
    refund: '返金',
    dispute: '異議申し立て中の支払い',
    dispute_won: '異議申し立ての解決',
    refund_failed: '返金の差し戻し',
    transfer_in: '見積書の前払金',
    transfer_out: '請求書へ振替',
    credit: '減額',
  },
  methods: {
    cash: '現金',
    check: '小切手',
    bank: '銀行振込',
    card: 'カード',
    ach: '口座振替（ACH）',
    stripe_card: 'カード',
    square_card: 'カード',
    stripe_ach: '口座振替（ACH）',
    paypal: 'PayPal',
    sandbox: 'テスト決済',
  },
  with: (kind, method) => `${kind}：${method}`,
}

const parts: Labels['parts'] = {
  summary: '概要',
  from: '発行者：',
  howToPay: 'お支払い方法',
  notes: '備考',
  terms: '条件',
  business: '事業者',
  taxId: (id) => `税務番号：${id}`,
  language: '言語',
}

const actions: Labels['actions'] = {
  downloadPdf: 'PDF をダウンロード',
  print: '印刷',
  contact: 'お問い合わせ',
  back: '戻る',
  askQuestion: '質問する',
  askUpdate: '更新を依頼する',
  howToPay: 'お支払い方法',
  links: 'その他',
}

const states: Labels['states'] = {
  draft: 'これは下書きです。まだ送付されていません。',
  dueOn: (date) => `支払期日 ${date}`,
  validUntil: (date) => `有効期限 ${date}`,
  partlyPaid: (left, total, paid) => `${total} のうち残り ${left}。お支払い済み：${paid}。`,
  overdue: (date) => `この請求書の支払期日は${date}でした。`,
  processing: (amount) =>
    `口座からのお支払い ${amount} は手続き中です。通常、最長 4 営業日かかります。再度お支払いいただく必要はありません。`,
  onItsWay: '入金手続き中',
  leftToPay: '残りのお支払い額',
  paid: (date) => `${date}に全額お支払い済みです。ありがとうございます。`,
  receipt: (number) => `領収書 ${number}`,
  bankFailed: (amount) =>
    `口座からのお支払い ${amount} は完了しませんでした。引き落としはされていません。`,
  overpaid: (business, amount) =>
    `請求額より多くお支払いいただきました。${amount} について、${business}からご連絡します。`,
  refunded: (amount, date) => `${date}に ${amount} が返金されました。`,
  nothingToPay: 'お支払いいただくものはありません。',
  nothingCredit: (amount) => `お支払いいただくものはありません。減額 ${amount}。`,
  creditNote: (amount) => `減額 ${amount}。お支払いいただくものはありません。`,
  voidInvoice: (business) => `この請求書は${business}により取り消されました。お支払いは不要です。`,
  voidEstimate: (business) => `この見積書は${business}により取り消されました。`,
  voidCreditNote: (business) => `この減額通知書は${business}により取り消されました。`,
  uncollectible: (business) =>
    `${business}はこの請求書の取り扱いを終了しました。ご質問がありましたら、${business}にご連絡ください。`,
  depositOnApproval: (amount) => `承認時の前払金 ${amount}`,
  approved: (date) => `${date}に承認されました。`,
  depositPaid: (amount) => `前払金 ${amount} はお支払い済みです。ありがとうございます。`,
  nextDeposit: (amount) => `次に、前払金 ${amount} のお支払いをお願いします。`,
  nextContact: (business) => `今後の流れについて、${business}からご連絡します。`,
  depositDue: 'お支払いいただく前払金',
  declined: 'この見積書は辞退されました。お考えが変わりましたら、ご連絡ください。',
  expired: (date) => `この見積書の有効期限は${date}でした。`,
  invoiced: (number) =>
    number ? `この見積書は請求書 ${number} になりました。` : 'この見積書は請求書になりました。',
  asOf: (date) => `${date}現在。以後のお支払いや変更はここに表示されません。`,
  preview: 'プレビュー：お客様にはこのように表示されます',
  previewEstimate:
    'プレビュー：お客様にはこのように表示されます。「承認する」と「辞退する」は、お客様のリンクにだけ表示されます。',
  cancelledOn: (date) => `${date}に取り消されました。`,
  business: '事業者',
}

const subjects: Labels['subjects'] = {
  contact: (name) => name,
  question: (name) => `${name} に関する質問`,
  update: (name) => `${name} の更新をお願いします`,
  newLink: '新しいリンクを送ってください',
  problem: (reference) => (reference ? `ページの問題、照会コード ${reference}` : 'ページの問題'),
}

export const pages: Labels = {
  language: 'ja',
  joint: '',
  headings: {
    invoice: (number) => `請求書 No. ${number}`,
    estimate: (number) => `見積書 No. ${number}`,
    credit_note: (number) => `減額通知書 No. ${number}`,
  },
  names,
  titles,
  addressee: { invoice: '請求先：', estimate: '宛先：', credit_note: '宛先：' },
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
  reference: (code) => `照会コード：${code}`,
  pageNumber: ['', ' / ', ' ページ'],
  online,
  approval,
  certificate,
  stop,
  history,
}

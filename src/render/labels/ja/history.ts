/** The customer's history and statement in Japanese. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['history']

const states: Words['states'] = {
  open: '未完了',
  due: (date) => `期日 ${date}`,
  overdue: '期日超過',
  left: (total) => `${total} のうちの残額`,
  onItsWay: (amount) => `${amount} 入金手続き中`,
  paid: '支払い済み',
  refunded: '返金済み',
  partlyRefunded: '一部返金済み',
  overpaid: '過払い',
  cancelled: '取り消し済み',
  closed: '終了',
  credit: '減額',
  nothing: 'お支払い不要',
  validUntil: (date) => `有効期限 ${date}`,
  expired: (date) => `期限切れ（有効期限 ${date}）`,
  approved: '承認済み',
  depositDue: (amount) => `承認済み、前払金 ${amount} 未払い`,
  declined: '辞退済み',
  invoiced: (number) => (number ? `請求書 ${number} になりました` : '請求書になりました'),
}

const statement: Words['statement'] = {
  title: '取引明細',
  heading: '取引明細書',
  from: '開始日',
  until: '終了日',
  download: '取引明細書をダウンロード',
  problems: {
    no_date: '日付を入力してください（例：2025-01-31）。',
    too_early: '開始日以降の日付を入力してください。',
  },
  for: 'お客様：',
  begins: '開始日：',
  ends: '終了日：',
  currency: '通貨：',
  days: (from, until) => `${from}～${until}`,
  columns: { date: '日付', what: '内容', amount: '金額', balance: '残高' },
  opening: '期首残高',
  closing: '期末残高',
  inFavor: 'お預かりしている金額',
  nothing: '終了日までの請求書とお支払いはありません。',
  movements: {
    invoice: (number) => `請求書 ${number}`,
    credit_note: (number) => `減額通知書 ${number}`,
    cancelled: (number) => `請求書 ${number} の取り消し`,
    disputing: (number) => `${number} に関する異議申し立て（未決定）`,
    credit: (number) => `${number} の減額`,
    other: (what, number) => `${what}、${number}`,
  },
  note: '入金手続き中のお支払いは含まれていません。',
}

export const history: Words = {
  see: '取引履歴を見る',
  title: '取引履歴',
  titleFrom: (business) => (business ? `${business}との取引履歴` : '取引履歴'),
  outstanding: plural('ja', { other: '請求書 # 件の未払い額' }),
  alsoOutstanding: (amount) => `および ${amount}`,
  nothingOutstanding: '未払いはありません。ありがとうございます。',
  nothing: 'まだ何もありません。',
  forCustomer: (name) => `${name} 様`,
  until: (when) => `このページは${when}まで閲覧できます。`,
  lists: {
    outstanding: '未払いの請求書',
    estimates: '見積書',
    settled: '支払い済み・終了',
    payments: 'お支払いと領収書',
  },
  columns: { document: '文書', date: '日付', state: '状態', amount: '金額' },
  states,
  mailLink: 'リンクをメールで受け取る',
  mailLinkTo: (about) => `${about} のリンクをメールで受け取る`,
  receipt: (number) => `領収書 ${number}`,
  downloadReceipt: (number) => `領収書 ${number} を PDF でダウンロード`,
  earlier: '以前の分',
  later: '以降の分',
  howToOpen:
    '安全のため、各文書はそれぞれ専用のリンクで開きます。リンクは登録されているメールアドレスにお送りします。',
  askUs:
    'お客様のメールアドレスが登録されていません。文書をもう一度開くには、リンクをご依頼ください。',
  asked: (about) =>
    `${about} のリンクを、登録されているメールアドレスにお送りしています（過去 1 時間以内に送られた場合を除きます）。`,
  closed: (about) => `${about} は開けなくなりました。ご用の際はご連絡ください。`,
  statement,
}

export const mailHistory: MailLabels['history'] = {
  subject: (business) => (business ? `${business}との取引履歴` : '取引履歴'),
  preheader: (when) => `リンクの有効期限：${when}`,
  title: '取引履歴',
  sentences: [
    'ご依頼いただいた、請求書、見積書、お支払い、領収書を確認できるリンクです。',
    'お心当たりがない場合は、このメールを無視してください。リンクはお客様だけにお送りしています。',
  ],
  works: '有効期限',
  button: '取引履歴を見る',
  secrecy:
    'このリンクを知っている人は誰でも取引履歴を閲覧できます。パスワードと同じように扱ってください。',
}

/** Everything that mails say in Japanese. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import { disputeReasons } from './disputes.ts'
import { mailHistory } from './history.ts'
import { mailApproval } from './mail-approval.ts'
import { reminders } from './reminders.ts'

const summaries: MailLabels['summaries'] = {
  due: (amount, date) => (date ? `ご請求金額 ${amount}、支払期日 ${date}` : `ご請求金額 ${amount}`),
  valid: (amount, date) => (date ? `${amount}、有効期限 ${date}` : amount),
  paid: (amount) => `${amount}、全額支払い済み`,
  approved: (amount) => `${amount}、承認済み`,
  credit: (amount) => `減額 ${amount}`,
  nothing: 'お支払い不要',
  for: (amount, about) => `${amount}（${about}）`,
}

const facts: MailLabels['facts'] = {
  amountDue: 'ご請求金額',
  balanceDue: '未払い残高',
  credit: '減額',
  total: '合計',
  paidSoFar: 'お支払い済み額',
  onItsWay: '入金手続き中',
  due: '支払期日',
  validUntil: '有効期限',
  issued: '日付',
  deposit: '必要な前払金',
  forInvoice: '対象の請求書',
  addressee: { invoice: '請求先', estimate: '宛先', credit_note: '宛先' },
  customer: 'お客様',
  when: '日時',
  link: 'リンク',
  reason: '理由',
  recipient: '送信先',
  next: '次の手順',
  paid: '領収金額',
  refunded: '返金額',
  paidOn: '支払日',
  refundedOn: '返金日',
  for: '対象',
  method: '支払方法',
  reference: '参照番号',
  receipt: '領収書',
  left: '残りのお支払い額',
  answerBy: '回答期限',
}

const texts: MailLabels['texts'] = {
  paidInFull: 'この請求書は全額お支払い済みです。お支払いは不要です。',
  nothingToPay: 'お支払いいただくものはありません。',
  received: 'お支払いを受け取りました。ありがとうございます。',
  depositReceived: '前払金を受け取りました。ありがとうございます。',
  sentBack:
    'お支払いいただいたときと同じ方法で返金されます。口座に反映されるまで数日かかることがあります。',
  givenBack: 'この金額を返金しました。',
  creditNote: 'これは減額のお知らせです。お支払いは不要です。',
  estimate: '見積書を開くと、内容の確認、承認、辞退、ご質問ができます。',
  buttonFails: 'ボタンが機能しない場合は、このアドレスをブラウザーにコピーしてください：',
  secrecy:
    'このリンクを知っている人は誰でも文書を閲覧できます。パスワードと同じように扱ってください。',
  message: (business) => (business ? `${business}からのメッセージ` : 'メッセージ'),
  howToPay: 'お支払い方法',
  approved: 'この見積書は承認されています。',
  questions: 'ご質問がありましたら、このメールにご返信ください。',
}

const test: MailLabels['test'] = {
  subject: (subject) => `【テスト】${subject}`,
  banner: 'これはテストメールです。ご自身だけに届いており、お客様には何も送られていません。',
  connection: {
    subject: 'メール送信は正常です',
    text: 'このメールは、ポータルのメール設定を確認するために送信されました。お読みいただけているので、設定は正常です。',
    business: '事業者',
    transport: '送信経路',
    folder: (dir) => `フォルダー ${dir}`,
    next: '次の手順：portal send --test <番号> を実行すると、お客様が受け取るメールがご自身に届きます。',
  },
}

const notices: MailLabels['notices'] = {
  paid: (customer, amount, about) => `${customer} 様が${about} に対して ${amount} を支払いました`,
  paymentFailed: (amount, about) => `${about} への ${amount} の支払いに失敗しました`,
  refunded: (amount, about) => `${about} の ${amount} が返金されました`,
  disputed: {
    open: (amount, about) => `${about} への ${amount} の支払いに異議が申し立てられました`,
    won: (amount, about) =>
      `${about} の ${amount} に関する異議申し立ては、こちらの主張が認められました`,
    lost: (amount, about) =>
      `${about} の ${amount} に関する異議申し立ては、こちらの主張が認められませんでした`,
  },
  needsReview: (about) => `${about} への支払いの確認が必要です`,
  askAgain: (command) => `次を実行するまで、支払いの受付とリマインダーは休止します：${command}`,
  answer: (provider, command) =>
    `${provider} のダッシュボードで回答し、その後に実行してください：${command}`,
  theProvider: '決済サービス',
  disputeReasons,
  viewed: (customer, about) => `${customer} 様が${about} を閲覧しました`,
  mailFailed: (about) => `${about} に関するメールは届きませんでした`,
  about: {
    invoice: (number) => `請求書 ${number}`,
    estimate: (number) => `見積書 ${number}`,
    credit_note: (number) => `減額通知書 ${number}`,
  },
  aDocument: '文書',
  aCustomer: 'お客',
}

const digest: MailLabels['digest'] = {
  title: (date) => `${date}までの動き`,
  more: plural('ja', { other: 'ほか # 件：portal status' }),
  events: {
    viewed: plural('ja', { other: '閲覧 # 件' }),
    approved: plural('ja', { other: '承認 # 件' }),
    declined: plural('ja', { other: '辞退 # 件' }),
    paid: plural('ja', { other: '支払い # 件' }),
    payment_failed: plural('ja', { other: '支払い失敗 # 件' }),
    refunded: plural('ja', { other: '返金 # 件' }),
    disputed: plural('ja', { other: '異議申し立て # 件' }),
    needs_review: plural('ja', { other: '要確認 # 件' }),
    mail_failed: plural('ja', { other: '不達 # 件' }),
    question: plural('ja', { other: '質問 # 件' }),
  },
}

export const mail: MailLabels = {
  language: 'ja',
  line: (label, value) => `${label}：${value}`,
  lead: (label) => `${label}：`,
  subject: (name, business, summary) =>
    business ? `${business}からの${name}：${summary}` : `${name}：${summary}`,
  withPercent: (amount, percent) => `${amount}（${percent}）`,
  summaries,
  facts,
  buttons: {
    invoice: '請求書を見る',
    pay: '請求書を見て支払う',
    estimate: '見積書を見る',
    credit_note: '減額通知書を見る',
    receipt: '領収書を見る',
  },
  texts,
  test,
  notices,
  digest,
  refund: '返金',
  approval: mailApproval,
  history: mailHistory,
  reminders,
}

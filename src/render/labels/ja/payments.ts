/** Everything that the pages around a payment say in Japanese. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['online']

const pay: Words['pay'] = {
  title: {
    invoice: (number) => `請求書 ${number} のお支払い`,
    estimate: (number) => `見積書 ${number} の前払金のお支払い`,
    credit_note: (number) => `減額通知書 ${number}`,
  },
  dueNow: '現在のお支払い額',
  howMuch: 'いくらお支払いになりますか？',
  allDue: (amount) => `お支払い額の全額：${amount}`,
  another: '別の金額',
  amount: (currency) => `金額（${currency}）`,
  bounds: (least, most) => `${least} から ${most} まで。`,
  leaves: (least) => `お支払い後の残額は、ゼロになるか、${least} 以上でなければなりません。`,
  howToPay: 'どの方法でお支払いになりますか？',
  wrong: '入力内容をご確認ください',
  errorTitle: (title) => `エラー：${title}`,
  safety:
    'お支払いは決済サービスの安全なページで行います。カードや銀行口座の情報が当方に見えることはありません。',
  otherWays: 'その他のお支払い方法',
  receipts: '領収書',
  unavailable: {
    title: 'オンライン決済はただいまご利用いただけません。',
    text: '代金は引き落とされていません。数分後にもう一度お試しください。',
    instead: 'または、下記の方法でお支払いください。',
  },
}

const methods: Words['methods'] = {
  stripe_card: { label: 'カード', hint: '' },
  square_card: { label: 'カード', hint: '' },
  stripe_ach: {
    label: '口座振替（ACH）',
    hint: '米国の銀行口座から。通常、最長 4 営業日かかります。',
  },
  paypal: { label: 'PayPal', hint: '' },
  sandbox: { label: 'テスト決済', hint: '動作を試すための架空のページです。' },
}

const problems: Words['problems'] = {
  amount_choice: {
    missing: 'お支払いになる金額を選んでください。',
    not_offered: (due) => `全額の ${due} のみお支払いいただけます。`,
  },
  amount: {
    missing: 'お支払いになる金額を入力してください。',
    not_an_amount: (example) => `金額を数字で入力してください（例：${example}）。`,
    not_positive: 'ゼロより大きい金額を入力してください。',
    too_many_digits: (example) => `${example} より多い桁数は入力できません。`,
    too_much: (most) => `お支払い額の全額である ${most} 以下の金額を入力してください。`,
    too_little: (least) => `${least} 以上の金額を入力してください。`,
    leaves_too_little: (all, most) =>
      `全額の ${all}、または ${most} 以下をお支払いください。それ以外では残額が少なくなりすぎます。`,
  },
  method: {
    missing: 'お支払い方法を選んでください。',
    not_offered: '表示されているお支払い方法から選んでください。',
    not_for_this_amount: 'この金額は、この方法ではお支払いいただけません。',
  },
}

const notPayable: Words['notPayable'] = {
  not_open: {
    invoice: {
      title: 'この請求書は現在お支払いいただけません',
      text: '現在、お支払いを受け付けていません。何もしていただく必要はありません。',
    },
    estimate: {
      title: '現在お支払いいただく前払金はありません',
      text: '前払金は、見積書が承認された後にお支払いいただけます。',
    },
  },
  void: {
    title: 'お支払いは不要です',
    text: 'この文書は取り消されました。お支払いの必要はありません。',
  },
  already_paid: {
    title: 'すでにお支払い済みです',
    text: 'お支払いは不要です。ありがとうございます。',
  },
  processing: {
    title: 'お支払いは手続き中です',
    text: '再度お支払いいただく必要はありません。',
  },
  resting: {
    title: '現在お支払いいただくものはありません',
    text: '返金後のため、お支払いをお願いすることはありません。',
  },
  offline: {
    title: 'オンラインではお支払いいただけません',
    text: '別の方法でお支払いいただくか、ご連絡ください。',
  },
  no_method: {
    title: 'オンラインではお支払いいただけません',
    text: 'この金額に使えるオンラインのお支払い方法がありません。別の方法でお支払いいただくか、ご連絡ください。',
  },
}

const handOver: Words['handOver'] = {
  title: (provider) => `${provider} に進む`,
  paying: (amount, business, about) =>
    `${about} について、${business}に ${amount} をお支払いいただきます。`,
  byItself: 'ブラウザーが自動的に移動します。何も起きない場合は、ボタンを押してください。',
  next: 'この後の流れ',
  steps: {
    pay: (provider) =>
      `${provider} の安全なページでお支払いになります。それまでは何も引き落とされません。`,
    bank: '口座からのお支払いは、その後、通常、最長 4 営業日かかります。',
    back: 'ここに戻ると、お支払いが完了したかどうかがわかります。',
    receipt: '入金を確認でき次第、領収書をメールでお送りします。',
  },
}

const returned: Words['returned'] = {
  paid: {
    title: 'お支払いを受け取りました',
    text: (amount, about) => `${about} について ${amount} を受け取りました。ありがとうございます。`,
    next: 'これ以上のお支払いはありません。',
  },
  processing: {
    title: 'お支払いは手続き中です',
    bank: (amount) =>
      `口座からのお支払い ${amount} は手続き中です。通常、最長 4 営業日かかります。再度お支払いいただく必要はありません。`,
    other: (amount, provider) =>
      `${provider} がお支払い ${amount} をまだ確認しています。再度お支払いいただく必要はありません。`,
    next: 'ほかに何もしていただく必要はありません。',
  },
  not_finished: {
    title: 'お支払いは完了しませんでした',
    text: '代金は引き落とされていません。',
    next: 'いつでももう一度お試しいただけます。',
  },
  declined: {
    title: 'お支払いができませんでした',
    text: (amount) => `${amount} のお支払いは拒否されました。代金は引き落とされていません。`,
    bank: (amount) =>
      `口座からのお支払い ${amount} は完了しませんでした。引き落としはされていません。`,
    next: 'もう一度お試しいただくか、別の方法を選ぶか、銀行にお問い合わせください。',
  },
  already_paid: {
    title: (about) => `${about} はすでにお支払い済みです`,
    text: 'これ以上のお支払いはありません。今回、代金は引き落とされていません。',
    moved: (amount) => `これ以上のお支払いはありません。${amount} のお支払いを受け取りました。`,
    next: '何もしていただく必要はありません。',
  },
  void: {
    title: (about) => `${about} は取り消されました`,
    text: 'お支払いは不要です。代金は引き落とされていません。',
    moved: (amount, business) =>
      `その後に ${amount} のお支払いを受け取りました。${business}に通知されましたので、${business}からご連絡します。`,
    next: '何もしていただく必要はありません。',
  },
  changed: {
    title: '金額が変更されました',
    text: (about) => `お支払いの間に ${about} が変更されました。代金は引き落とされていません。`,
    moved: (about, amount, business) =>
      `お支払いの間に ${about} が変更されました。${amount} のお支払いを受け取りました。${business}に通知されましたので、${business}からご連絡します。`,
    next: '現在のお支払い額をご確認のうえ、その金額をお支払いください。',
  },
  needs_review: {
    title: 'お支払いを確認しています',
    text: (amount, business) =>
      `${amount} のお支払いについて、担当者の確認が必要です。${business}に通知されましたので、${business}からご連絡します。`,
    next: '代金が引き落とされていた場合も、失われることはありません。再度のお支払いはお控えください。',
  },
  confirming: {
    title: 'お支払いを確認しています',
    text: '通常、数秒で終わります。このページは自動的に更新されます。',
    over: '通常より時間がかかっています。引き続き確認し、確認でき次第、領収書をメールでお送りします。',
    next: 'その間、再度のお支払いはお控えください。代金が引き落とされたかどうかは、まだわかりません。',
  },
  unreachable: {
    title: (provider) => `ただいま ${provider} に接続できません`,
    text: '決済ページでお支払いを完了された場合も、お支払いが失われることはありません。こちらで自動的にもう一度確認します。完了されていない場合、代金は引き落とされていません。',
    next: 'もう一度お支払いになる前に、数分後にこのページをご確認ください。',
    byItself: 'このページは自動的にもう一度確認します。その間、再度のお支払いはお控えください。',
  },
  left: (amount) => `残りのお支払い額は ${amount} です。`,
  mailed: '領収書をメールでお送りします。',
  openLink: '現在の状況を見るには、こちらからお送りしたメッセージのリンクを開いてください。',
}

const receipt: Words['receipt'] = {
  heading: (number) => `領収書 No. ${number}`,
  name: (number) => `領収書 ${number}`,
  title: (business) => (business ? `${business}からの領収書` : '領収書'),
  receivedFrom: '支払者：',
  date: '日付：',
  method: '支払方法：',
  reference: '参照番号：',
  for: {
    invoice: '対象の請求書：',
    estimate: '対象の見積書：',
    credit_note: '対象の減額通知書：',
  },
  sums: 'お支払い',
  total: { invoice: '請求書の合計', estimate: '見積書の合計', credit_note: '合計' },
  amount: '領収金額',
  refundedOn: (date) => `${date}に返金`,
  kept: '返金後の領収金額',
  leftAfter: 'このお支払い後の残額',
  leftNow: (amount) => `現在の残りのお支払い額は ${amount} です。`,
  received: (date) => `${date}に受け取りました。ありがとうございます。`,
  refundedWhole: (date) => `このお支払いは${date}に返金されました。`,
  refundedPartly: (amount, date) => `そのうち ${amount} が${date}に返金されました。`,
  note: (about) => `${about} のお支払いとして`,
}

const sandbox: Words['sandbox'] = {
  title: 'テスト決済',
  brand: 'Sandbox Pay',
  banner: 'テストモード',
  text: 'このページは決済サービスの代わりをするものです。実際のお金は動きません。',
  toPay: '金額',
  choose: 'どの結果を試しますか？',
  outcomes: {
    paid: '支払う',
    declined: '拒否する',
    canceled: 'キャンセルする',
    pending: '後で支払う（保留）',
  },
  later: { paid: '入金させる', declined: '失敗させる' },
  states: {
    open: '',
    pending: 'このお支払いは、数日かかる口座振替のように、保留中です。',
    paid: '支払われました。',
    declined: '拒否されました。',
    canceled: 'キャンセルされました。',
    expired: 'このページの有効期限が切れました。',
  },
  back: 'ショップに戻る',
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
    payNow: '今すぐ支払う',
    payDeposit: '前払金を支払う',
    payAnother: '別の金額を支払う',
    payAnotherWay: '別の方法で支払う',
    payRest: '残りを支払う',
    tryAgain: 'もう一度試す',
    checkAgain: 'もう一度確認する',
    downloadReceipt: '領収書をダウンロード',
    view: {
      invoice: '請求書を見る',
      estimate: '見積書を見る',
      credit_note: '減額通知書を見る',
    },
  },
  testMode: 'テストモード：実際のお金は動きません。',
}

/** Pages that stand for a document that cannot be shown, in Japanese. */

import type { Labels } from '../en/pages.ts'

const ask = '新しいリンクを依頼する'
const contact = 'お問い合わせ'
const newest = '受け取った最新のメッセージのリンクを開いてください。'
const askForOne = '新しいリンクをご依頼ください。登録されているアドレスにお送りします。'
const mailbox = '数分後に受信トレイを、迷惑メールフォルダーも含めてご確認ください。'
const otherAddress =
  '何も届かない場合は、別のアドレスが登録されている可能性があります。ご連絡ください。'

export const notices: Labels['notices'] = {
  unknown: {
    title: 'このリンクは使えません',
    text: '不完全であるか、差し替えられた可能性があります。',
    steps: [
      newest,
      'コピーした場合は、末尾に空白や句点を含めず、全体をコピーしてください。',
      'それでも開けない場合は、新しいリンクをご依頼ください。',
    ],
    action: ask,
  },
  revoked: {
    title: 'このリンクは使えなくなりました',
    text: '差し替えられたか、取り下げられました。',
    steps: [newest, '見当たらない場合は、新しいリンクをご依頼ください。'],
    action: ask,
  },
  expired_link: {
    title: 'このリンクの有効期限が切れました',
    text: '安全のため、リンクが使える期間は限られています。文書そのものは残っています。',
    steps: [askForOne],
    action: ask,
  },
  expired_history: {
    title: 'このリンクの有効期限が切れました',
    text: '安全のため、取引履歴のリンクは短時間だけ有効です。',
    steps: [askForOne],
    action: ask,
  },
  renewed: {
    title: 'メールをご確認ください',
    text: 'このリンクが過去に有効だった場合は、文書が現在も有効であれば、登録されているアドレスに新しいリンクをメールでお送りしました（1 時間に 1 回まで）。有効期限の切れた見積書のリンクだった場合は、更新のご依頼を承りました。',
    steps: [mailbox, otherAddress],
    action: contact,
  },
  history_sent: {
    title: 'メールをご確認ください',
    text: '安全のため、取引履歴は専用のリンクで開きます。メールアドレスが登録されていれば、リンクをそこへお送りしています（過去 1 時間以内に送られた場合を除きます）。リンクが使える期間は限られています。',
    steps: [mailbox, otherAddress],
    action: contact,
  },
  too_many: {
    title: 'アクセスが多すぎます',
    text: 'お使いのネットワークから、短時間に多数のアクセスがありました。変更されたものはありません。',
    steps: ['10 分待ってから、リンクをもう一度開いてください。'],
    action: contact,
  },
  error: {
    title: 'こちらのシステムで問題が発生しました',
    text: 'このページを表示できませんでした。入出金は行われていません。',
    steps: [
      '数分後にもう一度お試しください。',
      '再び発生する場合は、下記の照会コードをお知らせください。',
    ],
    action: contact,
  },
  unavailable: {
    title: 'このページはただいまご利用いただけません',
    text: '現在対応しています。入出金は行われていません。',
    steps: ['数分後にもう一度お試しください。リンクは変わりません。'],
    action: contact,
  },
  resting: {
    title: 'この操作はただいまできません',
    text: '文書は引き続きお読みいただけます。ページも PDF もご覧になれます。お支払いになったばかりの場合は、再度のお支払いはお控えください。お支払いはまもなくページに表示されます。',
    steps: [
      '前のページに戻り、数分後にもう一度お試しください。リンクは変わりません。',
      'お急ぎの場合は、お電話またはメールでご連絡ください。',
    ],
    action: contact,
  },
}

export const renewal: Labels['renewal'] = {
  replaced: {
    title: 'このリンクは差し替えられました',
    text: (date) => `新しい版が${date}に送付されました。`,
  },
  newest,
  renew: '見つからない場合は、登録されているアドレスに新しいリンクを受け取ることができます。',
}

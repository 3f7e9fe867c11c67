/** Everything that the pages around approving and declining say in Japanese. */

import { plural } from '../../plural.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['approval']

const approve: Words['approve'] = {
  title: (about) => `${about} の承認`,
  intro: '内容をご確認ください。ご署名はこのページの最後でお願いします。',
  sign: '承認して署名する',
  name: 'お名前（フルネーム）',
  how: 'どの方法で署名されますか？',
  typed: { label: '名前を入力する', hint: '上に入力したお名前が署名になります。' },
  drawn: { label: '手書きで署名する', hint: 'マウス、ペン、または指で書きます。' },
  typedOnly: 'ここに入力したお名前が、そのまま署名になります。',
  pad: {
    title: '署名',
    canvas: '署名を手書きする欄です。手書きできない場合は、代わりに名前を入力してください。',
    undo: '元に戻す',
    clear: '消去',
    full: 'これ以上は書けません。元に戻すか消去して、書き直してください。',
    waiting: '手書き欄には JavaScript が必要です。表示されない場合は、名前の入力を選んでください。',
    only: {
      canvas:
        '署名を手書きする欄です。手書きできない場合は、紙での署名についてお問い合わせください。',
      waiting:
        '手書き欄には JavaScript が必要です。表示されない場合は、紙での署名についてお問い合わせください。',
    },
  },
  next: {
    title: '承認すると',
    told: (business) => `${business}にすぐに通知されます。`,
    mailed: '署名済みの控えをメールでお送りします。',
    download: '署名済みの控えをダウンロードできます。',
    deposit: (amount) =>
      `前払金 ${amount} のお支払いが必要になります。このページで代金が引き落とされることはありません。`,
    free: '代金が引き落とされることはありません。',
  },
}

const decline: Words['decline'] = {
  title: (about) => `${about} の辞退`,
  text: (business) =>
    `辞退の旨と、ご記入いただいた場合はその理由が、${business}に通知されます。その場合、お支払いは不要です。`,
  reason: '理由（任意）',
  hint: plural('ja', { other: '# 文字まで。' }),
}

const problems: Words['problems'] = {
  signer_name: {
    missing: 'お名前をフルネームで入力してください。',
    unfit: 'お名前に表示できない文字が含まれています。もう一度入力してください。',
    a_link: 'リンクではなく、お名前を入力してください。',
    a_card: 'カード番号ではなく、お名前を入力してください。',
    too_long: plural('ja', { other: 'お名前を # 文字以内に短くしてください。' }),
  },
  signature_kind: {
    missing: '署名の方法を選んでください。',
    not_offered: '表示されている署名の方法から選んでください。',
    changed: '署名の方法が変わりました。このページの案内に沿って、もう一度署名してください。',
  },
  signature: {
    missing: '署名を手書きするか、名前の入力を選んでください。',
    empty: '手書き欄が空です。署名を手書きするか、名前の入力を選んでください。',
    not_an_image:
      '手書きの署名を正しく受信できませんでした。もう一度書くか、名前の入力を選んでください。',
    too_big:
      '手書きの署名のデータが大きすぎます。線を少なくしてもう一度書くか、名前の入力を選んでください。',
  },
  drawing: {
    missing: '署名を手書きしてください。',
    empty: '手書き欄が空です。署名を手書きしてください。',
    not_an_image: '手書きの署名を正しく受信できませんでした。もう一度書いてください。',
    too_big: '手書きの署名のデータが大きすぎます。線を少なくしてもう一度書いてください。',
  },
  consent: { missing: '電子署名に同意する場合は、チェックを入れてください。' },
  reason: {
    unfit: '理由に表示できない文字が含まれています。もう一度入力してください。',
    too_long: plural('ja', { other: '理由を # 文字以内に短くしてください。' }),
  },
}

const closed: Words['closed'] = {
  approved: {
    title: 'この見積書はすでに承認されています',
    text: '承認されたときの内容のままです。今回の操作で変更されたものはありません。',
  },
  invoiced: {
    title: 'この見積書はすでに承認されています',
    text: '今回の操作で変更されたものはありません。',
  },
  declined: {
    title: 'この見積書はすでに辞退されています',
    text: 'お考えが変わりましたら、ご連絡ください。',
  },
  expired: {
    title: 'この見積書は有効期限が切れています',
    text: '承認も辞退もできなくなりました。更新を依頼することができます。',
  },
  void: { title: 'この見積書は取り消されました', text: 'お支払いは不要です。' },
  draft: {
    title: 'この見積書はまだ送付されていません',
    text: '送付された後に、承認または辞退できます。',
  },
  view_only: {
    title: 'このリンクは閲覧専用です',
    text: '承認または辞退するには、見積書の宛先の方に届いたメッセージのリンクを使うか、ご連絡ください。',
  },
  preview: {
    title: 'これはご自身用のプレビューです',
    text: '承認または辞退できるのは、送付されたリンクを持つお客様だけです。',
  },
}

const states: Words['states'] = {
  approvedBy: (name, date) => `${date}に ${name} 様が承認しました。`,
  paper: '紙面で署名されました。',
  copyTo: (address) => `署名済みの控えを ${address} にメールでお送りします。`,
  ownLink: '請求書は別のリンクで届きます。',
  declinedOn: (date) => `${date}に辞退されました。`,
  told: (business) => `${business}に通知されました。`,
  viewOnly: 'このリンクは閲覧専用です。',
  newer: (date) =>
    `以前の版は${date}に承認されています。こちらは新しい版です。内容をご確認のうえ、改めて承認または辞退してください。`,
  expiredNext: (business) =>
    `承認できなくなりました。現在の条件については、${business}にお問い合わせください。`,
  readOnly: (business) => `承認または辞退するには、${business}にご連絡ください。`,
}

export const approval: Words = {
  approve,
  decline,
  problems,
  changed: {
    title: 'この見積書は変更されました',
    text: (business) =>
      `開いている間に、${business}が内容を変更しました。承認も辞退もされていません。以下が現在の見積書です。もう一度ご確認ください。`,
  },
  unsaved: {
    title: 'ただいま保存できませんでした',
    text: '承認も辞退もされていません。入力内容は残っています。1 分ほどしてからもう一度お試しください。',
  },
  closed,
  states,
  actions: {
    approve: '承認する',
    decline: '辞退する',
    back: '見積書に戻る',
    downloadSigned: '署名済みの控えをダウンロード',
    renew: '新しいリンクを受け取る',
  },
}

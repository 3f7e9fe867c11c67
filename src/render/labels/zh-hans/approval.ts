/** Everything that the pages around approving and declining say in Simplified Chinese. */

import { plural } from '../../plural.ts'
import type { Labels } from '../en/pages.ts'

export const approval: Labels['approval'] = {
  approve: {
    title: (about) => `接受${about}`,
    intro: '请核对详细内容。您将在本页末尾签名。',
    sign: '接受并签名',
    name: '您的全名',
    how: '您希望如何签名？',
    typed: { label: '输入我的姓名', hint: '您在上方输入的姓名即为您的签名。' },
    drawn: { label: '手写我的签名', hint: '使用鼠标、触控笔或手指。' },
    typedOnly: '您在此输入的姓名即为您的签名。',
    pad: {
      title: '您的签名',
      canvas: '手写签名的区域。如果您无法手写，请改为输入姓名。',
      undo: '撤销',
      clear: '清除',
      full: '已写满。请撤销或清除后重新书写。',
      waiting: '手写区域需要 JavaScript。如果没有出现，请选择输入姓名。',
      only: {
        canvas: '手写签名的区域。如果您无法手写，请联系我们，改为在纸上签名。',
        waiting: '手写区域需要 JavaScript。如果没有出现，请联系我们，改为在纸上签名。',
      },
    },
    next: {
      title: '接受之后',
      told: (business) => `${business}会立即得到通知。`,
      mailed: '我们会通过电子邮件向您发送一份已签名的副本。',
      download: '您可以下载一份已签名的副本。',
      deposit: (amount) => `需要支付预付款 ${amount}。本页面不会扣款。`,
      free: '不会扣款。',
    },
  },
  decline: {
    title: (about) => `拒绝${about}`,
    text: (business) => `${business}会得知您已拒绝，以及您填写的原因（如有）。此后无需付款。`,
    reason: '原因（选填）',
    hint: plural('zh-Hans', { other: '最多 # 个字符。' }),
  },
  problems: {
    signer_name: {
      missing: '请输入您的全名。',
      unfit: '姓名中含有无法显示的字符。请重新输入。',
      a_link: '请输入您的姓名，而不是链接。',
      a_card: '请输入您的姓名，而不是卡号。',
      too_long: plural('zh-Hans', { other: '请将姓名缩短至 # 个字符以内。' }),
    },
    signature_kind: {
      missing: '请选择签名方式。',
      not_offered: '请从所列的签名方式中选择一种。',
      changed: '签名方式已更改。请按照本页现在的要求签名。',
    },
    signature: {
      missing: '请手写签名，或选择输入姓名。',
      empty: '手写区域为空。请手写签名，或选择输入姓名。',
      not_an_image: '手写签名未能完整上传。请重新书写，或选择输入姓名。',
      too_big: '手写签名过大。请用较少的笔画重新书写，或选择输入姓名。',
    },
    drawing: {
      missing: '请手写签名。',
      empty: '手写区域为空。请手写签名。',
      not_an_image: '手写签名未能完整上传。请重新书写。',
      too_big: '手写签名过大。请用较少的笔画重新书写。',
    },
    consent: { missing: '请勾选方框，同意以电子方式签名。' },
    reason: {
      unfit: '原因中含有无法显示的字符。请重新输入。',
      too_long: plural('zh-Hans', { other: '请将原因缩短至 # 个字符以内。' }),
    },
  },
  changed: {
    title: '此报价单已更改',
    text: (business) =>
      `在您打开期间，${business}更改了内容。报价单既未被接受，也未被拒绝。以下是当前的报价单，请重新核对。`,
  },
  unsaved: {
    title: '目前无法保存',
    text: '报价单既未被接受，也未被拒绝。您填写的内容仍保留在此，请一分钟后重试。',
  },
  closed: {
    approved: { title: '此报价单已被接受', text: '内容与接受时一致。刚才没有任何更改。' },
    invoiced: { title: '此报价单已被接受', text: '刚才没有任何更改。' },
    declined: { title: '此报价单已被拒绝', text: '改变主意了吗？请联系我们。' },
    expired: {
      title: '此报价单已过期',
      text: '无法再接受或拒绝。您可以请求更新报价。',
    },
    void: { title: '此报价单已取消', text: '无需付款。' },
    draft: { title: '此报价单尚未发送', text: '发送之后才可以接受或拒绝。' },
    view_only: {
      title: '此链接仅供查看',
      text: '如要接受或拒绝，请使用发给报价单收件人的消息中的链接，或联系我们。',
    },
    preview: {
      title: '这是您自己的预览',
      text: '只有您的客户才能通过发给客户的链接接受或拒绝。',
    },
  },
  states: {
    approvedBy: (name, date) => `${name} 已于${date}接受。`,
    paper: '已在纸上签名。',
    copyTo: (address) => `已签名的副本将通过电子邮件发送至 ${address}。`,
    ownLink: '账单会通过单独的链接提供。',
    declinedOn: (date) => `已于${date}拒绝。`,
    told: (business) => `${business}已得到通知。`,
    viewOnly: '此链接仅供查看。',
    newer: (date) => `较早的版本已于${date}被接受。这是较新的版本，请核对后重新选择接受或拒绝。`,
    expiredNext: (business) => `无法再接受。${business}可以告知您目前的有效条件。`,
    readOnly: (business) => `如要接受或拒绝，请联系${business}。`,
  },
  actions: {
    approve: '接受',
    decline: '拒绝',
    back: '返回报价单',
    downloadSigned: '下载已签名的副本',
    renew: '向我发送新链接',
  },
}

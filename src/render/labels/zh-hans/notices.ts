/** Pages that stand for a document that cannot be shown, in Simplified Chinese. */

import type { Labels } from '../en/pages.ts'

const newest = '请打开您收到的最新消息中的链接。'
const askForOne = '请向我们索取新链接；它会发送到我们登记的地址。'
const mailbox = '请几分钟后查看您的收件箱，以及垃圾邮件文件夹。'
const otherAddress = '如果没有收到，我们登记的可能是另一个地址：请联系我们。'

export const notices: Labels['notices'] = {
  unknown: {
    title: '此链接无效',
    text: '它可能不完整或已被更换。',
    steps: [
      newest,
      '如果您是复制的链接，请完整复制，末尾不要带空格或句号。',
      '如果仍然无效，请向我们索取新链接。',
    ],
  },
  revoked: {
    title: '此链接无效',
    text: '它可能不完整或已被更换。',
    steps: [newest, '如果没有，请向我们索取新链接。'],
  },
  expired_link: {
    title: '此链接已过期',
    text: '为了您的安全，链接仅在有限的时间内有效。文档本身仍在。',
    steps: [askForOne],
  },
  expired_history: {
    title: '此链接已过期',
    text: '为了您的安全，往来记录的链接仅在短时间内有效。',
    steps: [askForOne],
  },
  renewed: {
    title: '请查看您的邮箱',
    text: '如果此链接曾经有效，只要文档仍然存在，我们已将新链接发送到登记的地址，每小时最多一次。如果它属于已过期的报价单，我们已收到更新请求。',
    steps: [mailbox, otherAddress],
  },
  history_sent: {
    title: '请查看您的邮箱',
    text: '为了您的安全，您的往来记录通过单独的链接打开。如果我们有您的电子邮件地址，链接正在发往该地址，除非过去一小时内已经发送过。链接仅在有限的时间内有效。',
    steps: [mailbox, otherAddress],
  },
  too_many: {
    title: '尝试次数过多',
    text: '您的网络在短时间内请求了过多页面。没有更改任何内容。',
    steps: ['请等待十分钟，然后再次打开您的链接。'],
  },
  error: {
    title: '我们这边出了问题',
    text: '无法显示此页面。没有资金变动。',
    steps: ['请几分钟后重试。', '如果再次发生，请将下面的参考代码告诉我们。'],
  },
  unavailable: {
    title: '此页面目前不可用',
    text: '我们正在处理。没有资金变动。',
    steps: ['请几分钟后重试。您的链接保持不变。'],
  },
  resting: {
    title: '目前无法进行此操作',
    text: '您的文档仍可查看：页面和 PDF 均可使用。如果您刚刚付了款，请不要再次付款：付款很快会显示在页面上。',
    steps: ['请返回，几分钟后重试。您的链接保持不变。', '如果情况紧急，请致电或发邮件给我们。'],
  },
}

export const renewal: Labels['renewal'] = {
  replaced: { title: '此链接已被更换', text: (date) => `较新的版本已于${date}发送。` },
  newest,
  renew: '如果找不到，可以让我们将新链接发送到登记的地址。',
}

import type { ConsentWords } from './words.ts'

export const zhHans: ConsentWords = {
  version: '2026-11.zh-Hans',
  someone: '商家',
  text: (who, contact) =>
    '勾选此方框并选择“接受”，即表示我同意以电子方式签署此报价单，并以电子方式接收此报价单及相关' +
    '记录。我的电子签名与纸上签名具有同等约束力。此同意仅适用于本文档。我可以联系' +
    `${who}${contact && `（${contact}）`}，索取免费的纸质副本，或在签名之前撤回同意；` +
    '届时我改为在纸上签名。',
}

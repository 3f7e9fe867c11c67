import type { ConsentWords } from './words.ts'

export const zhHant: ConsentWords = {
  version: '2026-11b.zh-Hant',
  someone: '商家',
  text: (who, contact) =>
    '勾選此方框並選擇「接受」，即表示我同意以電子方式簽署此報價單，並以電子方式接收此報價單及相關' +
    '紀錄。我的電子簽名與紙上簽名具有同等約束力。此同意僅適用於本文件。我可以聯絡' +
    `${who}${contact && `（${contact}）`}，索取免費的紙本副本，或在簽名之前撤回同意；` +
    '屆時我改為在紙上簽名。',
}

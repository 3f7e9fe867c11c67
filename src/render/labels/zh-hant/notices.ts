/** Pages that stand for a document that cannot be shown, in Traditional Chinese. */

import type { Labels } from '../en/pages.ts'

const newest = '請開啟您收到的最新訊息中的連結。'
const askForOne = '請向我們索取新連結；它會寄送到我們登記的地址。'
const mailbox = '請幾分鐘後查看您的收件匣，以及垃圾郵件資料夾。'
const otherAddress = '如果沒有收到，我們登記的可能是另一個地址：請聯絡我們。'

export const notices: Labels['notices'] = {
  unknown: {
    title: '此連結無效',
    text: '它可能不完整或已被更換。',
    steps: [
      newest,
      '如果您是複製的連結，請完整複製，末尾不要帶空格或句號。',
      '如果仍然無效，請向我們索取新連結。',
    ],
  },
  revoked: {
    title: '此連結無效',
    text: '它可能不完整或已被更換。',
    steps: [newest, '如果沒有，請向我們索取新連結。'],
  },
  expired_link: {
    title: '此連結已過期',
    text: '為了您的安全，連結僅在有限的時間內有效。文件本身仍在。',
    steps: [askForOne],
  },
  expired_history: {
    title: '此連結已過期',
    text: '為了您的安全，往來紀錄的連結僅在短時間內有效。',
    steps: [askForOne],
  },
  renewed: {
    title: '請查看您的信箱',
    text: '如果此連結曾經有效，只要文件仍然存在，我們已將新連結寄送到登記的地址，每小時最多一次。如果它屬於已過期的報價單，我們已收到更新請求。',
    steps: [mailbox, otherAddress],
  },
  history_sent: {
    title: '請查看您的信箱',
    text: '為了您的安全，您的往來紀錄透過單獨的連結開啟。如果我們有您的電子郵件地址，連結正在寄往該地址，除非過去一小時內已經寄送過。連結僅在有限的時間內有效。',
    steps: [mailbox, otherAddress],
  },
  too_many: {
    title: '嘗試次數過多',
    text: '您的網路在短時間內要求了過多頁面。沒有任何變更。',
    steps: ['請等待十分鐘，然後再次開啟您的連結。'],
  },
  error: {
    title: '我們這邊出了問題',
    text: '無法顯示此頁面。款項沒有任何變動。',
    steps: ['請幾分鐘後重試。', '如果再次發生，請將下面的參考代碼告訴我們。'],
  },
  unavailable: {
    title: '目前無法使用此頁面',
    text: '我們正在處理。款項沒有任何變動。',
    steps: ['請幾分鐘後重試。您的連結保持不變。'],
  },
  resting: {
    title: '目前無法進行此操作',
    text: '您的文件仍可閱讀：頁面和 PDF 都在。如果您剛剛付了款，請不要再次付款：付款很快會顯示在頁面上。',
    steps: ['請返回，幾分鐘後重試。您的連結保持不變。', '如果情況緊急，請致電或寫信給我們。'],
  },
}

export const renewal: Labels['renewal'] = {
  replaced: { title: '此連結已被更換', text: (date) => `較新的版本已於${date}寄送。` },
  newest,
  renew: '如果找不到，可以讓我們將新連結寄送到登記的地址。',
}

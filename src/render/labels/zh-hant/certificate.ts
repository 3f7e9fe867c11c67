/** Everything that the signed copy of an estimate says in Traditional Chinese. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['certificate']

const events: Words['timeline']['events'] = {
  created: '建立報價單',
  edited: '編輯報價單',
  revised: '開始新版本',
  sent: (version) => (version ? `寄給客戶，版本 ${version}` : '已寄送'),
  shared: '建立連結',
  mail_sent: (to, id) => `郵件已寄送至 ${to}，Message-ID ${id}`,
  mail_failed: (to) => `寄往 ${to} 的郵件未送達`,
  opened: '連結被開啟，可能是郵件掃描程式所為',
  viewed: {
    phone: '有人在手機上查看',
    tablet: '有人在平板電腦上查看',
    computer: '有人在電腦上查看',
    unknown: '有人查看',
  },
  downloaded: '下載 PDF',
  share_revoked: '撤銷連結',
  share_rotated: '更換連結',
  declined: '拒絕',
  reopened: '重新開放',
  update_asked: '請求更新報價',
  link_renewed: (to) => `請求新連結，已寄送至 ${to}`,
  consented: (version) => `同意以電子方式簽名，文字 ${version}`,
  approved: {
    typed: (name) => `${name} 簽名`,
    drawn: (name) => `${name} 簽名`,
    paper: (name) => (name ? `${name} 在紙上簽名` : '在紙上簽名'),
    owner: (name) => (name ? `已記錄 ${name} 的接受` : '已記錄接受'),
  },
}

export const certificate: Words = {
  name: (about) => `${about}的已簽名副本`,
  title: '接受證明',
  intro: (about) => `${about}是如何被接受的，以及如何驗證。`,
  signature: {
    title: {
      typed: '已電子簽名',
      drawn: '已電子簽名',
      paper: '已在紙上簽名',
      owner: '已接受',
    },
    kinds: {
      typed: '輸入的簽名：簽名人輸入此姓名作為簽名。',
      drawn: '手寫的簽名：簽名人在頁面上書寫。',
      paper: '在紙上親筆簽名；這是其掃描檔。',
      owner: '沒有簽名：商家記錄了其客戶已接受。',
    },
    scan: (hash) => `在紙上親筆簽名。掃描檔是單獨的檔案，SHA-256 ${hash}。`,
    alt: (name) => (name ? `${name} 的簽名` : '簽名'),
    on: (date) => `日期：${date}`,
  },
  document: {
    title: '文件',
    number: '報價單',
    id: '文件 ID',
    version: '版本',
    from: '出具方',
    for: '收件人',
    total: '總計',
    deposit: '所需訂金',
    validUntil: '有效期至',
    hash: '所示內容的 SHA-256',
  },
  signer: {
    title: '簽名',
    name: '簽名人',
    mailedTo: '連結寄送至',
    at: '簽名時間',
    kind: '類型',
    kinds: {
      typed: '輸入的姓名',
      drawn: '在頁面上手寫',
      paper: '在紙上親筆簽名，已掃描',
      owner: '無：由商家記錄',
    },
    ip: 'IP 位址',
    device: '瀏覽器（使用者代理）',
    id: '接受 ID',
    link: '連結 ID',
    intent: '意思表示',
    intents: {
      typed:
        '在同一頁面上看到了完整的報價單及其條款，勾選了下述同意，輸入姓名作為簽名，並選擇了「接受」。',
      drawn:
        '在同一頁面上看到了完整的報價單及其條款，勾選了下述同意，輸入了姓名，手寫了簽名，並選擇了「接受」。',
      paper: '簽署了紙本副本，由商家掃描並記錄。',
      owner: '告知了商家，由商家記錄。',
    },
    consent: (version) => `同意（文字 ${version}）`,
    times: (utc, local, zone) => `${utc} UTC，${zone} 時間 ${local}`,
  },
  timeline: {
    title: '時間軸',
    what: '事件',
    utc: 'UTC',
    zone: (zone) => `${zone} 時間`,
    events,
  },
  integrity: {
    title: '如何發現更動',
    chain: '鏈頭',
    seal: '數位封印指紋',
    chained:
      '每個事件都包含前一個事件的雜湊值。鏈頭是上面最後一個事件的雜湊值，也寫在隨附此副本的郵件中。',
    /** The same, of a copy that no mail brought. */
    chainedOnly: '每個事件都包含前一個事件的雜湊值。鏈頭是上面最後一個事件的雜湊值。',
    sealed: '數位封印涵蓋整個檔案。其指紋是製作數位封印的憑證的 SHA-256。',
    unsealed: '此副本沒有數位封印。',
  },
  verify: {
    title: '如何驗證此副本',
    portal: (business) => `${business}可以將其與自己的紀錄進行比對：`,
    pdfsig: '任何人都可以驗證數位封印；必須顯示「Signature is Valid」和「Total document signed」：',
    openssl: '或使用 OpenSSL；必須顯示「CAdES Verification successful」以及上面的數位封印指紋：',
    hash: '隨附此副本的郵件寫明了整個檔案的 SHA-256；兩者必須相同：',
  },
  limits: {
    title: '這不能證明什麼',
    person: '是誰在操作裝置。任何持有連結的人都可以簽名；沒有核對任何身分證件。',
    noted: '客戶確實已接受：除商家的說法和紀錄之外，沒有其他依據。',
    time: (business) => `確切時間：除${business}的時鐘之外，沒有其他任何人證明該時間。`,
    seal: (business) =>
      `${business}的身分。數位封印由其自己的金鑰製作，沒有其他任何人為該金鑰擔保：它表明檔案此後未被更動。`,
    issued: (business) =>
      `${business}的身分，超出數位封印憑證簽發者所擔保的範圍。數位封印表明檔案此後未被更動。`,
    device: '簽名人在何處。IP 位址和瀏覽器是連線自行提供的資料。',
  },
}

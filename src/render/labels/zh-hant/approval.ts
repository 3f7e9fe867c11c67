/** Everything that the pages around approving and declining say in Traditional Chinese. */

import { plural } from '../../plural.ts'
import type { Labels } from '../en/pages.ts'

export const approval: Labels['approval'] = {
  approve: {
    title: (about) => `接受${about}`,
    intro: '請核對詳細內容。您將在本頁末尾簽名。',
    sign: '接受並簽名',
    name: '您的全名',
    how: '您希望如何簽名？',
    typed: { label: '輸入我的姓名', hint: '您在上方輸入的姓名即為您的簽名。' },
    drawn: { label: '手寫我的簽名', hint: '使用滑鼠、觸控筆或手指。' },
    typedOnly: '您在此輸入的姓名即為您的簽名。',
    pad: {
      title: '您的簽名',
      canvas: '手寫簽名的區域。如果您無法手寫，請改為輸入姓名。',
      undo: '復原',
      clear: '清除',
      full: '已寫滿。請復原或清除後重新書寫。',
      waiting: '手寫區域需要 JavaScript。如果沒有出現，請選擇輸入姓名。',
      only: {
        canvas: '手寫簽名的區域。如果您無法手寫，請聯絡我們，改為在紙上簽名。',
        waiting: '手寫區域需要 JavaScript。如果沒有出現，請聯絡我們，改為在紙上簽名。',
      },
    },
    next: {
      title: '接受之後',
      told: (business) => `${business}會立即得到通知。`,
      mailed: '我們會以電子郵件寄給您一份已簽名的副本。',
      download: '您可以下載一份已簽名的副本。',
      deposit: (amount) => `需要支付訂金 ${amount}。本頁面不會扣款。`,
      free: '不會扣款。',
    },
  },
  decline: {
    title: (about) => `拒絕${about}`,
    text: (business) => `${business}會得知您已拒絕，以及您填寫的原因（如有）。之後無需付款。`,
    reason: '原因（選填）',
    hint: plural('zh-Hant', { other: '最多 # 個字元。' }),
  },
  problems: {
    signer_name: {
      missing: '請輸入您的全名。',
      unfit: '姓名中含有無法顯示的字元。請重新輸入。',
      a_link: '請輸入您的姓名，而不是連結。',
      a_card: '請輸入您的姓名，而不是卡號。',
      too_long: plural('zh-Hant', { other: '請將姓名縮短至 # 個字元以內。' }),
    },
    signature_kind: {
      missing: '請選擇簽名方式。',
      not_offered: '請從所列的簽名方式中選擇一種。',
      changed: '簽名方式已變更。請依照本頁現在的要求簽名。',
    },
    signature: {
      missing: '請手寫簽名，或選擇輸入姓名。',
      empty: '手寫區域為空。請手寫簽名，或選擇輸入姓名。',
      not_an_image: '手寫簽名未能完整送達。請重新書寫，或選擇輸入姓名。',
      too_big: '手寫簽名過大。請用較少的筆畫重新書寫，或選擇輸入姓名。',
    },
    drawing: {
      missing: '請手寫簽名。',
      empty: '手寫區域為空。請手寫簽名。',
      not_an_image: '手寫簽名未能完整送達。請重新書寫。',
      too_big: '手寫簽名過大。請用較少的筆畫重新書寫。',
    },
    consent: { missing: '請勾選方框，同意以電子方式簽名。' },
    reason: {
      unfit: '原因中含有無法顯示的字元。請重新輸入。',
      too_long: plural('zh-Hant', { other: '請將原因縮短至 # 個字元以內。' }),
    },
  },
  changed: {
    title: '此報價單已變更',
    text: (business) =>
      `在您開啟頁面期間，${business}變更了內容。報價單既未被接受，也未被拒絕。以下是目前的報價單，請重新核對。`,
  },
  unsaved: {
    title: '目前無法儲存',
    text: '報價單既未被接受，也未被拒絕。您填寫的內容仍保留在此，請一分鐘後重試。',
  },
  closed: {
    approved: { title: '此報價單已被接受', text: '內容與接受時一致。剛才沒有任何變更。' },
    invoiced: { title: '此報價單已被接受', text: '剛才沒有任何變更。' },
    declined: { title: '此報價單已被拒絕', text: '改變主意了嗎？請聯絡我們。' },
    expired: {
      title: '此報價單已過期',
      text: '無法再接受或拒絕。您可以請求更新報價。',
    },
    void: { title: '此報價單已取消', text: '無需付款。' },
    draft: { title: '此報價單尚未寄出', text: '寄出之後才可以接受或拒絕。' },
    view_only: {
      title: '此連結僅供查看',
      text: '如要接受或拒絕，請使用寄給報價單收件人的訊息中的連結，或聯絡我們。',
    },
    preview: {
      title: '這是您自己的預覽',
      text: '只有您的客戶才能透過寄給客戶的連結接受或拒絕。',
    },
  },
  states: {
    approvedBy: (name, date) => `${name} 已於${date}接受。`,
    paper: '已在紙上簽名。',
    copyTo: (address) => `已簽名的副本將透過電子郵件寄送至 ${address}。`,
    ownLink: '帳單會透過另外的連結提供。',
    declinedOn: (date) => `已於${date}拒絕。`,
    told: (business) => `${business}已得到通知。`,
    viewOnly: '此連結僅供查看。',
    newer: (date) => `較早的版本已於${date}被接受。這是較新的版本，請核對後重新選擇接受或拒絕。`,
    expiredNext: (business) => `無法再接受。${business}可以告知您目前有效的條件。`,
    readOnly: (business) => `如要接受或拒絕，請聯絡${business}。`,
  },
  actions: {
    approve: '接受',
    decline: '拒絕',
    back: '返回報價單',
    downloadSigned: '下載已簽名的副本',
    renew: '寄新連結給我',
  },
}

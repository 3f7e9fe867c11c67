/** Everything that the signed copy of an estimate says in Japanese. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['certificate']

const signature: Words['signature'] = {
  title: {
    typed: '電子署名済み',
    drawn: '電子署名済み',
    paper: '紙面で署名済み',
    owner: '承認済み',
  },
  kinds: {
    typed: '入力による署名：署名者が署名としてこの名前を入力しました。',
    drawn: '手書きの署名：署名者がページ上で書きました。',
    paper: '紙に手書きで署名されたもので、これはそのスキャンです。',
    owner: '署名はありません：お客様が承認したことを事業者が記録しました。',
  },
  scan: (hash) => `紙に手書きで署名されました。スキャンは別のファイルです。SHA-256 ${hash}`,
  alt: (name) => (name ? `${name} の署名` : '署名'),
  on: (date) => `日付：${date}`,
}

const document: Words['document'] = {
  title: '文書',
  number: '見積書',
  id: '文書 ID',
  version: '版',
  from: '発行者',
  for: '宛先',
  total: '合計',
  deposit: '必要な前払金',
  validUntil: '有効期限',
  hash: '表示された内容の SHA-256',
}

const signer: Words['signer'] = {
  title: '署名',
  name: '署名者',
  mailedTo: 'リンクの送付先',
  at: '署名日時',
  kind: '種類',
  kinds: {
    typed: '名前の入力',
    drawn: 'ページ上での手書き',
    paper: '紙に手書き、スキャン済み',
    owner: 'なし：事業者による記録',
  },
  ip: 'IP アドレス',
  device: 'ブラウザー（ユーザーエージェント）',
  id: '承認 ID',
  link: 'リンク ID',
  intent: '意思の表示',
  intents: {
    typed:
      '見積書の全体が条件とともに 1 つのページに表示され、署名者は下記の同意にチェックを入れ、署名として名前を入力し、「承認する」を選びました。',
    drawn:
      '見積書の全体が条件とともに 1 つのページに表示され、署名者は下記の同意にチェックを入れ、名前を入力し、署名を手書きして、「承認する」を選びました。',
    paper: '紙の控えに署名し、事業者がそれをスキャンして記録しました。',
    owner: '事業者に伝え、事業者がそれを記録しました。',
  },
  consent: (version) => `同意（文面 ${version}）`,
  times: (utc, local, zone) => `${utc} UTC、${zone} では ${local}`,
}

const events: Words['timeline']['events'] = {
  created: '見積書を作成',
  edited: '見積書を編集',
  revised: '新しい版を開始',
  sent: (version) => (version ? `お客様に送付、版 ${version}` : '送付'),
  shared: 'リンクを作成',
  mail_sent: (to, id) => `${to} にメールを送信、Message-ID ${id}`,
  mail_failed: (to) => `${to} 宛てのメールは届かず`,
  opened: 'リンクが開かれた（メールの自動検査の可能性あり）',
  viewed: {
    phone: '人がスマートフォンで閲覧',
    tablet: '人がタブレットで閲覧',
    computer: '人がパソコンで閲覧',
    unknown: '人が閲覧',
  },
  downloaded: 'PDF をダウンロード',
  share_revoked: 'リンクを無効化',
  share_rotated: 'リンクを差し替え',
  declined: '辞退',
  reopened: '再開',
  update_asked: '更新の依頼',
  link_renewed: (to) => `新しいリンクの依頼、${to} に送信`,
  consented: (version) => `電子署名に同意、文面 ${version}`,
  approved: {
    typed: (name) => `${name} が署名`,
    drawn: (name) => `${name} が署名`,
    paper: (name) => (name ? `${name} が紙面で署名` : '紙面で署名'),
    owner: (name) => (name ? `${name} による承認を記録` : '承認を記録'),
  },
}

const integrity: Words['integrity'] = {
  title: '改変がわかる仕組み',
  chain: 'チェーンの末尾',
  seal: '電子シールのフィンガープリント',
  chained:
    '各記録には、ひとつ前の記録のハッシュが含まれます。チェーンの末尾は上記の最後の記録のハッシュで、この控えを届けたメールにも記載されています。',
  /** The same, of a copy that no mail brought. */
  chainedOnly:
    '各記録には、ひとつ前の記録のハッシュが含まれます。チェーンの末尾は上記の最後の記録のハッシュです。',
  sealed:
    '電子シールはこのファイル全体を対象とします。そのフィンガープリントは、電子シールを作成した証明書の SHA-256 です。',
  unsealed: 'この控えに電子シールはありません。',
}

const verify: Words['verify'] = {
  title: 'この控えの確認方法',
  portal: (business) => `${business}は、自らの記録と照合できます：`,
  pdfsig:
    '電子シールは誰でも確認できます。“Signature is Valid”と“Total document signed”が表示される必要があります：',
  openssl:
    'OpenSSL でも確認できます。“CAdES Verification successful”と上記の電子シールのフィンガープリントが表示される必要があります：',
  hash: 'この控えを届けたメールには、ファイル全体の SHA-256 が記載されています。同じ値になる必要があります：',
}

const limits: Words['limits'] = {
  title: 'この証明書では証明されないこと',
  person:
    '誰が端末を操作していたか。リンクを持つ人なら誰でも署名でき、身分証明書は確認されていません。',
  noted: 'お客様が実際に承認したこと（事業者の申告と記録のほかに、それを示すものはありません）。',
  time: (business) =>
    `承認の日時（${business}の時計によるもので、ほかの誰も時刻を証明していません）。`,
  seal: (business) =>
    `${business}が誰であるか。電子シールは${business}自身の鍵で作られており、その鍵をほかの誰も保証していません。電子シールが示すのは、その後ファイルが改変されていないことです。`,
  issued: (business) =>
    `電子シールの証明書の発行者が保証する範囲を超えて、${business}が誰であるか。電子シールが示すのは、その後ファイルが改変されていないことです。`,
  device: '署名者がどこにいたか。IP アドレスとブラウザーは、接続側が自ら伝えた情報です。',
}

export const certificate: Words = {
  name: (about) => `${about} の署名済み控え`,
  title: '承認証明書',
  intro: (about) => `${about} がどのように承認されたか、またそれを確認する方法を示します。`,
  signature,
  document,
  signer,
  timeline: {
    title: '経過',
    what: '内容',
    utc: 'UTC',
    zone: (zone) => `${zone} の時刻`,
    events,
  },
  integrity,
  verify,
  limits,
}

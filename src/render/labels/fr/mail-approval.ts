/** What the mails about approving and declining say in French. */

import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['approval']

const approved: Words['approved'] = {
  thanks:
    'Vous avez accepté ce devis. Merci. La copie signée est jointe\u202f; veuillez la conserver.',
  depositOnline: (amount) =>
    `Un acompte de ${amount} est à verser maintenant. Vous pouvez le verser sur la page du devis.`,
  depositDue: (amount) => `Un acompte de ${amount} est à verser maintenant.`,
  depositPaid: (amount) => `Votre acompte de ${amount} a été reçu.`,
  next: (business) =>
    business
      ? `${business} vous contactera pour la suite.`
      : 'Nous vous contacterons pour la suite.',
  button: 'Voir et verser l’acompte',
  check: 'Comment vérifier la copie signée',
  lines: {
    hash: (file, hash) => `SHA-256 de ${file}\u202f: ${hash}`,
    chain: (head) => `Tête de chaîne\u202f: ${head}`,
    seal: (fingerprint) => `Empreinte du sceau\u202f: ${fingerprint}`,
    how: (file) =>
      `Un programme qui montre les signatures des fichiers PDF, tel que pdfsig ${file}, dit si la copie a été modifiée depuis qu’elle a été scellée. Les dernières pages de la copie disent ce qu’est chacun de ces éléments, et ce qu’il ne prouve pas.`,
    plain: (file) =>
      `Le fichier est intact si sha256sum ${file} donne ce qui figure ci-dessous. Les dernières pages de la copie disent ce qu’est chacun de ces éléments, et ce qu’il ne prouve pas.`,
  },
}

export const mailApproval: Words = {
  summaries: {
    approved: (amount, date) => `${amount}, accepté le ${date}`,
    declined: (amount) => `${amount}, refusé`,
  },
  facts: {
    approvedBy: 'Accepté par',
    approvedOn: 'Accepté le',
    declinedOn: 'Refusé le',
    depositDue: 'Acompte à verser',
    signedBy: 'Signé par',
    signature: 'Signature',
    deposit: 'Acompte',
  },
  kinds: { typed: 'nom saisi au clavier', drawn: 'dessinée', paper: 'sur papier', owner: 'aucune' },
  approved,
  declined: {
    done: 'Vous avez refusé ce devis. Rien n’est dû.',
    mind: 'Vous avez changé d’avis\u202f? Contactez-nous.',
    reason: 'Votre motif',
  },
  renewed: {
    subject: (name) => `Nouveau lien\u202f: ${name}`,
    asked:
      'Vous avez demandé un nouveau lien. Si ce n’était pas vous, il n’y a rien à faire\u202f: le lien n’est parvenu qu’à vous.',
    expired: (date) =>
      `Ce devis était valable jusqu’au ${date}. Sa mise à jour nous a été demandée, et nous vous contacterons.`,
  },
  notices: {
    approved: (customer, about) => `${customer} a accepté\u202f: ${about}`,
    declined: (customer, about) => `${customer} a refusé\u202f: ${about}`,
    update: (customer, about) => `${customer} demande une mise à jour\u202f: ${about}`,
    depositDue: (amount) => `${amount}, pas encore versé`,
    depositPending: (amount) => `${amount}, paiement en cours`,
    depositPaid: (amount) => `${amount}, versé`,
  },
}

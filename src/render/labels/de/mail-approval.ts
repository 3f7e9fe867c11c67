/** What the mails about approving and declining say in German. */

import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['approval']

const approved: Words['approved'] = {
  thanks:
    'Sie haben dieses Angebot angenommen. Vielen Dank. Die unterschriebene Kopie finden Sie im Anhang; bitte bewahren Sie sie auf.',
  depositOnline: (amount) =>
    `Eine Anzahlung von ${amount} ist jetzt fällig. Sie können sie auf der Seite des Angebots leisten.`,
  depositDue: (amount) => `Eine Anzahlung von ${amount} ist jetzt fällig.`,
  depositPaid: (amount) => `Ihre Anzahlung von ${amount} ist eingegangen.`,
  next: (business) =>
    business
      ? `${business} meldet sich bei Ihnen wegen der nächsten Schritte.`
      : 'Wir melden uns bei Ihnen wegen der nächsten Schritte.',
  button: 'Ansehen und Anzahlung leisten',
  check: 'So lässt sich die unterschriebene Kopie prüfen',
  lines: {
    hash: (file, hash) => `SHA-256 von ${file}: ${hash}`,
    chain: (head) => `Kopf der Kette: ${head}`,
    seal: (fingerprint) => `Fingerabdruck des Siegels: ${fingerprint}`,
    how: (file) =>
      `Ein Programm, das Signaturen in PDF-Dateien zeigt, etwa pdfsig ${file}, sagt, ob die Kopie seit der Versiegelung verändert wurde. Die letzten Seiten der Kopie erklären, was jede dieser Angaben ist und was sie nicht beweist.`,
    plain: (file) =>
      `Die Datei ist unverändert, wenn sha256sum ${file} ergibt, was unten steht. Die letzten Seiten der Kopie erklären, was jede dieser Angaben ist und was sie nicht beweist.`,
  },
}

export const mailApproval: Words = {
  summaries: {
    approved: (amount, date) => `${amount}, angenommen am ${date}`,
    declined: (amount) => `${amount}, abgelehnt`,
  },
  facts: {
    approvedBy: 'Angenommen von',
    approvedOn: 'Angenommen am',
    declinedOn: 'Abgelehnt am',
    depositDue: 'Fällige Anzahlung',
    signedBy: 'Unterschrieben von',
    signature: 'Unterschrift',
    deposit: 'Anzahlung',
  },
  kinds: { typed: 'getippter Name', drawn: 'gezeichnet', paper: 'auf Papier', owner: 'keine' },
  approved,
  declined: {
    done: 'Sie haben dieses Angebot abgelehnt. Es ist nichts zu zahlen.',
    mind: 'Haben Sie es sich anders überlegt? Melden Sie sich bei uns.',
    reason: 'Ihr Grund',
  },
  renewed: {
    subject: (name) => `Neuer Link zu ${name}`,
    asked:
      'Sie haben einen neuen Link angefordert. Wenn Sie das nicht waren, müssen Sie nichts tun: Der Link ging nur an Sie.',
    expired: (date) =>
      `Dieses Angebot war bis ${date} gültig. Wir wurden gebeten, es zu aktualisieren, und melden uns bei Ihnen.`,
  },
  notices: {
    approved: (customer, about) => `${customer} hat ${about} angenommen`,
    declined: (customer, about) => `${customer} hat ${about} abgelehnt`,
    update: (customer, about) => `${customer} bittet um eine Aktualisierung: ${about}`,
    depositDue: (amount) => `${amount}, noch nicht bezahlt`,
    depositPending: (amount) => `${amount}, unterwegs`,
    depositPaid: (amount) => `${amount}, bezahlt`,
  },
}

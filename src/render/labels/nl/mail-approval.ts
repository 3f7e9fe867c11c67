/** What the mails about approving and declining say in Dutch. */

import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['approval']

const approved: Words['approved'] = {
  thanks:
    'U hebt deze offerte goedgekeurd. Dank u wel. De ondertekende kopie is bijgevoegd; bewaar die goed.',
  depositOnline: (amount) =>
    `Er is nu een aanbetaling van ${amount} te betalen. Dat kan op de pagina van de offerte.`,
  depositDue: (amount) => `Er is nu een aanbetaling van ${amount} te betalen.`,
  depositPaid: (amount) => `Uw aanbetaling van ${amount} is ontvangen.`,
  next: (business) =>
    business
      ? `${business} neemt contact met u op over het vervolg.`
      : 'Wij nemen contact met u op over het vervolg.',
  button: 'Bekijken en aanbetalen',
  check: 'Hoe u de ondertekende kopie controleert',
  lines: {
    hash: (file, hash) => `SHA-256 van ${file}: ${hash}`,
    chain: (head) => `Kop van de keten: ${head}`,
    seal: (fingerprint) => `Vingerafdruk van het zegel: ${fingerprint}`,
    how: (file) =>
      `Een programma dat handtekeningen in PDF-bestanden toont, zoals pdfsig ${file}, zegt of de kopie is gewijzigd sinds de verzegeling. De laatste pagina’s van de kopie zeggen wat elk van deze gegevens is, en wat het niet bewijst.`,
    plain: (file) =>
      `Het bestand is ongewijzigd als sha256sum ${file} geeft wat hieronder staat. De laatste pagina’s van de kopie zeggen wat elk van deze gegevens is, en wat het niet bewijst.`,
  },
}

export const mailApproval: Words = {
  summaries: {
    approved: (amount, date) => `${amount}, goedgekeurd op ${date}`,
    declined: (amount) => `${amount}, afgewezen`,
  },
  facts: {
    approvedBy: 'Goedgekeurd door',
    approvedOn: 'Goedgekeurd op',
    declinedOn: 'Afgewezen op',
    depositDue: 'Te betalen aanbetaling',
    signedBy: 'Ondertekend door',
    signature: 'Handtekening',
    deposit: 'Aanbetaling',
  },
  kinds: { typed: 'getypte naam', drawn: 'getekend', paper: 'op papier', owner: 'geen' },
  approved,
  declined: {
    done: 'U hebt deze offerte afgewezen. Er is niets te betalen.',
    mind: 'Van gedachten veranderd? Neem contact met ons op.',
    reason: 'Uw reden',
  },
  renewed: {
    subject: (name) => `Nieuwe link: ${name}`,
    asked:
      'U hebt om een nieuwe link gevraagd. Was u dat niet, dan hoeft u niets te doen: de link is alleen naar u gestuurd.',
    expired: (date) =>
      `Deze offerte was geldig tot en met ${date}. Ons is gevraagd om een nieuwe versie en wij nemen contact met u op.`,
  },
  notices: {
    approved: (customer, about) => `${customer} heeft ${about} goedgekeurd`,
    declined: (customer, about) => `${customer} heeft ${about} afgewezen`,
    update: (customer, about) => `${customer} vraagt om een nieuwe versie: ${about}`,
    depositDue: (amount) => `${amount}, nog niet betaald`,
    depositPending: (amount) => `${amount}, onderweg`,
    depositPaid: (amount) => `${amount}, betaald`,
  },
}

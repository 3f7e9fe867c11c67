import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['reminders']

const invoice: Words['invoice'] = {
  ahead: (date) => `Eine kurze Erinnerung: Diese Rechnung ist am ${date} fällig.`,
  friendly: (date) =>
    `Vielleicht ist es Ihnen entgangen: Diese Rechnung war am ${date} fällig. Wir würden uns freuen, wenn Sie sie in den nächsten Tagen bezahlen könnten.`,
  plain: (date) =>
    `Diese Rechnung war am ${date} fällig und ist noch offen. Bitte bezahlen Sie sie jetzt.`,
  last: (date) =>
    `Diese Rechnung war am ${date} fällig, und wir haben Ihre Zahlung nicht erhalten. Bitte bezahlen Sie sie heute oder sagen Sie uns, was Sie daran hindert: Wir finden einen Weg.`,
  unseen: 'Falls unsere frühere E-Mail Sie nicht erreicht hat: Hier ist die Rechnung noch einmal.',
  seen: 'Wenn an der Rechnung etwas unklar ist, antworten Sie auf diese E-Mail; wir melden uns.',
  crossed: 'Falls Ihre Zahlung schon unterwegs ist: Vielen Dank, dann müssen Sie nichts mehr tun.',
}

const estimate: Words['estimate'] = {
  friendly: 'Wir haben Ihnen dieses Angebot geschickt und würden gern hören, was Sie davon halten.',
  plain: 'Dieses Angebot wartet noch auf Ihre Antwort.',
  last: 'Dieses Angebot wartet noch auf Ihre Antwort. Wie auch immer Sie sich entscheiden: Auf seiner Seite können Sie es uns mit zwei Klicks sagen, und wir schreiben Ihnen dazu nicht wieder.',
  until: (date) => `Sie können es bis ${date} annehmen.`,
  unseen: 'Falls unsere frühere E-Mail Sie nicht erreicht hat: Hier ist das Angebot noch einmal.',
  seen: 'Wenn Sie eine Frage haben oder etwas anders möchten, antworten Sie auf diese E-Mail.',
}

/** What reminders and nudges say in German. */
export const reminders: Words = {
  subject: (subject) => `Erinnerung: ${subject}`,
  wasDue: (amount, date) => `${amount} war am ${date} fällig`,
  invoice,
  estimate,
  stop: {
    why: 'Sie erhalten diese Erinnerung, weil das Dokument noch offen ist.',
    label: 'Erinnerungen beenden',
  },
}

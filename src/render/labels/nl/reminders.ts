import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['reminders']

const invoice: Words['invoice'] = {
  ahead: (date) => `Een korte herinnering: de vervaldatum van deze factuur is ${date}.`,
  friendly: (date) =>
    `Misschien is het u ontgaan: de vervaldatum van deze factuur was ${date}. Wij zouden het op prijs stellen als u de factuur in de komende dagen betaalt.`,
  plain: (date) =>
    `De vervaldatum van deze factuur was ${date} en de factuur staat nog open. Wilt u die nu betalen?`,
  last: (date) =>
    `De vervaldatum van deze factuur was ${date} en wij hebben uw betaling niet ontvangen. Wilt u de factuur vandaag betalen, of ons laten weten wat u daarvan weerhoudt? Wij vinden een oplossing.`,
  unseen: 'Voor het geval onze eerdere e-mail u niet heeft bereikt: hier is de factuur nog eens.',
  seen: 'Is iets aan de factuur niet duidelijk, beantwoord dan deze e-mail; wij antwoorden u.',
  crossed: 'Is uw betaling al onderweg? Dan danken wij u en hoeft u niets meer te doen.',
}

const estimate: Words['estimate'] = {
  friendly: 'Wij hebben u deze offerte gestuurd en horen graag wat u ervan vindt.',
  plain: 'Deze offerte wacht nog op uw antwoord.',
  last: 'Deze offerte wacht nog op uw antwoord. Wat u ook beslist, u kunt het ons op de pagina van de offerte met twee klikken laten weten, en wij schrijven er niet meer over.',
  until: (date) => `U kunt de offerte goedkeuren tot en met ${date}.`,
  unseen: 'Voor het geval onze eerdere e-mail u niet heeft bereikt: hier is de offerte nog eens.',
  seen: 'Hebt u een vraag of wilt u iets anders, beantwoord dan deze e-mail.',
}

/** What reminders and nudges say in Dutch. */
export const reminders: Words = {
  subject: (subject) => `Herinnering: ${subject}`,
  wasDue: (amount, date) => `${amount}, vervaldatum was ${date}`,
  invoice,
  estimate,
  stop: {
    why: 'U ontvangt deze herinnering omdat het document nog openstaat.',
    label: 'Herinneringen stoppen',
  },
}

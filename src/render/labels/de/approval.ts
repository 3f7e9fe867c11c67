/** Everything that the pages around approving and declining say in German. */

import { plural } from '../../plural.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['approval']

const approve: Words['approve'] = {
  title: (about) => `${about} annehmen`,
  intro: 'Bitte prüfen Sie die Angaben. Am Ende dieser Seite unterschreiben Sie.',
  sign: 'Annehmen und unterschreiben',
  name: 'Ihr vollständiger Name',
  how: 'Wie möchten Sie unterschreiben?',
  typed: { label: 'Namen eintippen', hint: 'Ihr Name oben ist Ihre Unterschrift.' },
  drawn: { label: 'Unterschrift zeichnen', hint: 'Mit Maus, Stift oder Finger.' },
  typedOnly: 'Ihr Name, wie Sie ihn hier eintippen, ist Ihre Unterschrift.',
  pad: {
    title: 'Ihre Unterschrift',
    canvas:
      'Feld, in das Sie Ihre Unterschrift zeichnen. Wenn Sie nicht zeichnen können, tippen Sie stattdessen Ihren Namen ein.',
    undo: 'Rückgängig',
    clear: 'Leeren',
    full: 'Mehr passt nicht hinein. Machen Sie den letzten Strich rückgängig oder leeren Sie das Feld.',
    waiting:
      'Das Zeichenfeld braucht JavaScript. Wenn es nicht erscheint, wählen Sie „Namen eintippen“.',
    only: {
      canvas:
        'Feld, in das Sie Ihre Unterschrift zeichnen. Wenn Sie nicht zeichnen können, wenden Sie sich an uns, um auf Papier zu unterschreiben.',
      waiting:
        'Das Zeichenfeld braucht JavaScript. Wenn es nicht erscheint, wenden Sie sich an uns, um auf Papier zu unterschreiben.',
    },
  },
  next: {
    title: 'Wenn Sie annehmen',
    told: (business) => `${business} wird sofort benachrichtigt.`,
    mailed: 'Sie erhalten eine unterschriebene Kopie per E-Mail.',
    download: 'Sie können eine unterschriebene Kopie herunterladen.',
    deposit: (amount) =>
      `Eine Anzahlung von ${amount} wird fällig. Auf dieser Seite wird nichts abgebucht.`,
    free: 'Es wird nichts abgebucht.',
  },
}

const decline: Words['decline'] = {
  title: (about) => `${about} ablehnen`,
  text: (business) =>
    `${business} wird benachrichtigt, dass Sie ablehnen, und erfährt Ihren Grund, wenn Sie einen nennen. Zu zahlen ist dann nichts.`,
  reason: 'Grund (optional)',
  hint: plural('de', { one: 'Bis zu # Zeichen.', other: 'Bis zu # Zeichen.' }),
}

const problems: Words['problems'] = {
  signer_name: {
    missing: 'Geben Sie Ihren vollständigen Namen ein.',
    unfit:
      'Der Name enthält Zeichen, die nicht dargestellt werden können. Bitte tippen Sie ihn neu ein.',
    a_link: 'Geben Sie Ihren Namen ein, keinen Link.',
    a_card: 'Geben Sie Ihren Namen ein, keine Kartennummer.',
    too_long: plural('de', {
      one: 'Kürzen Sie den Namen auf # Zeichen.',
      other: 'Kürzen Sie den Namen auf # Zeichen.',
    }),
  },
  signature_kind: {
    missing: 'Wählen Sie, wie Sie unterschreiben möchten.',
    not_offered: 'Wählen Sie eine der angebotenen Arten zu unterschreiben.',
    changed:
      'Die Art zu unterschreiben hat sich geändert. Bitte unterschreiben Sie so, wie diese Seite es jetzt vorsieht.',
  },
  signature: {
    missing: 'Zeichnen Sie Ihre Unterschrift oder wählen Sie „Namen eintippen“.',
    empty:
      'Das Zeichenfeld ist leer. Zeichnen Sie Ihre Unterschrift oder wählen Sie „Namen eintippen“.',
    not_an_image:
      'Ihre Unterschrift kam nicht vollständig an. Bitte zeichnen Sie sie noch einmal oder wählen Sie „Namen eintippen“.',
    too_big:
      'Ihre Unterschrift ist zu groß. Bitte zeichnen Sie sie noch einmal mit weniger Strichen oder wählen Sie „Namen eintippen“.',
  },
  drawing: {
    missing: 'Zeichnen Sie Ihre Unterschrift.',
    empty: 'Das Zeichenfeld ist leer. Zeichnen Sie Ihre Unterschrift.',
    not_an_image: 'Ihre Unterschrift kam nicht vollständig an. Bitte zeichnen Sie sie noch einmal.',
    too_big:
      'Ihre Unterschrift ist zu groß. Bitte zeichnen Sie sie noch einmal mit weniger Strichen.',
  },
  consent: { missing: 'Setzen Sie das Häkchen, um der elektronischen Unterschrift zuzustimmen.' },
  reason: {
    unfit:
      'Der Grund enthält Zeichen, die nicht dargestellt werden können. Bitte tippen Sie ihn neu ein.',
    too_long: plural('de', {
      one: 'Kürzen Sie den Grund auf # Zeichen.',
      other: 'Kürzen Sie den Grund auf # Zeichen.',
    }),
  },
}

const closed: Words['closed'] = {
  approved: {
    title: 'Dieses Angebot ist bereits angenommen',
    text: 'Es bleibt, wie es angenommen wurde. Gerade eben wurde nichts geändert.',
  },
  invoiced: {
    title: 'Dieses Angebot ist bereits angenommen',
    text: 'Gerade eben wurde nichts geändert.',
  },
  declined: {
    title: 'Dieses Angebot wurde bereits abgelehnt',
    text: 'Haben Sie es sich anders überlegt? Melden Sie sich bei uns.',
  },
  expired: {
    title: 'Dieses Angebot ist abgelaufen',
    text: 'Es kann nicht mehr angenommen oder abgelehnt werden. Sie können eine Aktualisierung anfragen.',
  },
  void: { title: 'Dieses Angebot wurde zurückgezogen', text: 'Es ist nichts zu zahlen.' },
  draft: {
    title: 'Dieses Angebot wurde noch nicht verschickt',
    text: 'Es kann angenommen oder abgelehnt werden, sobald es verschickt ist.',
  },
  view_only: {
    title: 'Dieser Link ist nur zum Ansehen',
    text: 'Um anzunehmen oder abzulehnen, nutzen Sie den Link in der Nachricht an die Person, für die das Angebot bestimmt ist, oder wenden Sie sich an uns.',
  },
  preview: {
    title: 'Dies ist Ihre eigene Vorschau',
    text: 'Nur Ihr Kunde kann annehmen oder ablehnen, mit dem Link, der ihm geschickt wurde.',
  },
}

const states: Words['states'] = {
  approvedBy: (name, date) => `Von ${name} am ${date} angenommen.`,
  paper: 'Es wurde auf Papier unterschrieben.',
  copyTo: (address) => `Eine unterschriebene Kopie geht per E-Mail an ${address}.`,
  ownLink: 'Die Rechnung kommt mit einem eigenen Link.',
  declinedOn: (date) => `Am ${date} abgelehnt.`,
  told: (business) => `${business} wurde benachrichtigt.`,
  viewOnly: 'Dieser Link ist nur zum Ansehen.',
  newer: (date) =>
    `Eine frühere Fassung wurde am ${date} angenommen. Diese ist neuer: Bitte prüfen Sie sie und nehmen Sie sie an oder lehnen Sie sie ab.`,
  expiredNext: (business) =>
    `Es kann nicht mehr angenommen werden. ${business} kann Ihnen sagen, was jetzt gilt.`,
  readOnly: (business) => `Zum Annehmen oder Ablehnen wenden Sie sich bitte an: ${business}.`,
}

export const approval: Words = {
  approve,
  decline,
  problems,
  changed: {
    title: 'Dieses Angebot hat sich geändert',
    text: (business) =>
      `${business} hat es geändert, während Sie es geöffnet hatten. Es wurde nichts angenommen oder abgelehnt. Unten steht das Angebot in der jetzigen Fassung: Bitte prüfen Sie es noch einmal.`,
  },
  unsaved: {
    title: 'Das konnte gerade nicht gespeichert werden',
    text: 'Es wurde nichts angenommen oder abgelehnt. Ihre Eingaben sind noch da: Bitte versuchen Sie es in einer Minute noch einmal.',
  },
  closed,
  states,
  actions: {
    approve: 'Annehmen',
    decline: 'Ablehnen',
    back: 'Zurück zum Angebot',
    downloadSigned: 'Unterschriebene Kopie herunterladen',
    renew: 'Neuen Link anfordern',
  },
}

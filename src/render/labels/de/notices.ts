/** Pages that stand for a document that cannot be shown, in German. */

import type { Labels } from '../en/pages.ts'

export const notices: Labels['notices'] = {
  unknown: {
    title: 'Dieser Link funktioniert nicht',
    text: 'Er ist vielleicht unvollständig oder wurde ersetzt.',
    steps: [
      'Öffnen Sie den Link in der neuesten Nachricht, die Sie erhalten haben.',
      'Wenn Sie ihn kopiert haben: Kopieren Sie ihn ganz, ohne Leerzeichen und ohne Punkt am Ende.',
      'Wenn er dann noch nicht funktioniert, bitten Sie uns um einen neuen Link.',
    ],
  },
  revoked: {
    title: 'Dieser Link funktioniert nicht',
    text: 'Er ist vielleicht unvollständig oder wurde ersetzt.',
    steps: [
      'Öffnen Sie den Link in der neuesten Nachricht, die Sie erhalten haben.',
      'Wenn es keine gibt, bitten Sie uns um einen neuen Link.',
    ],
  },
  expired_link: {
    title: 'Dieser Link ist abgelaufen',
    text: 'Zu Ihrer Sicherheit gelten Links nur eine begrenzte Zeit. Das Dokument selbst gibt es noch.',
    steps: [
      'Bitten Sie uns um einen neuen Link; er geht an die Adresse, die bei uns hinterlegt ist.',
    ],
  },
  expired_history: {
    title: 'Dieser Link ist abgelaufen',
    text: 'Zu Ihrer Sicherheit gilt ein Link zu Ihrer Übersicht nur kurze Zeit.',
    steps: [
      'Bitten Sie uns um einen neuen Link; er geht an die Adresse, die bei uns hinterlegt ist.',
    ],
  },
  renewed: {
    title: 'Bitte sehen Sie in Ihrem Postfach nach',
    text: 'Wenn dieser Link je gültig war, haben wir einen neuen an die hinterlegte Adresse geschickt, solange das Dokument noch besteht und höchstens einmal in der Stunde. Gehörte er zu einem abgelaufenen Angebot, wurden wir gebeten, es zu aktualisieren.',
    steps: [
      'Sehen Sie in einigen Minuten in Ihrem Postfach nach, auch im Spam-Ordner.',
      'Wenn nichts kommt, ist bei uns vielleicht eine andere Adresse hinterlegt: Wenden Sie sich an uns.',
    ],
  },
  history_sent: {
    title: 'Bitte sehen Sie in Ihrem Postfach nach',
    text: 'Zu Ihrer Sicherheit öffnet sich Ihre Übersicht mit einem eigenen Link. Wenn wir eine E-Mail-Adresse von Ihnen haben, ist der Link dorthin unterwegs, sofern in der letzten Stunde noch keiner gesendet wurde. Er gilt eine begrenzte Zeit.',
    steps: [
      'Sehen Sie in einigen Minuten in Ihrem Postfach nach, auch im Spam-Ordner.',
      'Wenn nichts kommt, ist bei uns vielleicht eine andere Adresse hinterlegt: Wenden Sie sich an uns.',
    ],
  },
  too_many: {
    title: 'Zu viele Versuche',
    text: 'Aus Ihrem Netz wurden in kurzer Zeit zu viele Seiten abgerufen. Es wurde nichts geändert.',
    steps: ['Warten Sie zehn Minuten und öffnen Sie Ihren Link dann noch einmal.'],
  },
  error: {
    title: 'Bei uns ist etwas schiefgegangen',
    text: 'Diese Seite konnte nicht angezeigt werden. Es ist kein Geld geflossen.',
    steps: [
      'Versuchen Sie es in einigen Minuten noch einmal.',
      'Wenn es wieder passiert, nennen Sie uns die Kennung unten.',
    ],
  },
  unavailable: {
    title: 'Diese Seite ist gerade nicht verfügbar',
    text: 'Wir arbeiten daran. Es ist kein Geld geflossen.',
    steps: ['Versuchen Sie es in einigen Minuten noch einmal. Ihr Link bleibt derselbe.'],
  },
  resting: {
    title: 'Das ist gerade nicht möglich',
    text: 'Ihr Dokument können Sie weiterhin lesen: als Seite und als PDF. Wenn Sie gerade bezahlt haben, zahlen Sie nicht noch einmal: Ihre Zahlung erscheint bald auf der Seite.',
    steps: [
      'Gehen Sie zurück und versuchen Sie es in einigen Minuten noch einmal. Ihr Link bleibt derselbe.',
      'Wenn es eilt, rufen Sie uns an oder schreiben Sie uns.',
    ],
  },
}

export const renewal: Labels['renewal'] = {
  replaced: {
    title: 'Dieser Link wurde ersetzt',
    text: (date) => `Eine neuere Fassung wurde am ${date} verschickt.`,
  },
  newest: 'Öffnen Sie den Link in der neuesten Nachricht, die Sie erhalten haben.',
  renew:
    'Wenn Sie sie nicht finden, lassen Sie sich einen neuen Link an die Adresse senden, die bei uns hinterlegt ist.',
}

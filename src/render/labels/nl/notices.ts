/** Pages that stand for a document that cannot be shown, in Dutch. */

import type { Labels } from '../en/pages.ts'

const newest = 'Open de link in het nieuwste bericht dat u hebt ontvangen.'
const onFile = 'Vraag ons om een nieuwe link; die gaat naar het adres dat wij van u hebben.'
const mailbox = [
  'Kijk over een paar minuten in uw postvak, en in de map met spam.',
  'Komt er niets, dan hebben wij misschien een ander adres van u: neem contact met ons op.',
]

export const notices: Labels['notices'] = {
  unknown: {
    title: 'Deze link werkt niet',
    text: 'Hij is misschien onvolledig of vervangen.',
    steps: [
      newest,
      'Hebt u hem gekopieerd, kopieer hem dan helemaal, zonder spatie of punt aan het eind.',
      'Werkt hij dan nog niet, vraag ons om een nieuwe link.',
    ],
  },
  revoked: {
    title: 'Deze link werkt niet',
    text: 'Hij is misschien onvolledig of vervangen.',
    steps: [newest, 'Is er geen, vraag ons dan om een nieuwe link.'],
  },
  expired_link: {
    title: 'Deze link is verlopen',
    text: 'Voor uw veiligheid werken links een beperkte tijd. Het document zelf is er nog.',
    steps: [onFile],
  },
  expired_history: {
    title: 'Deze link is verlopen',
    text: 'Voor uw veiligheid werkt een link naar uw overzicht maar korte tijd.',
    steps: [onFile],
  },
  renewed: {
    title: 'Kijk in uw e-mail',
    text: 'Als deze link ooit geldig was, hebben wij een nieuwe gemaild naar het adres dat wij hebben, zolang het document nog bestaat en hoogstens één keer per uur. Was hij voor een verlopen offerte, dan is ons gevraagd om een nieuwe versie.',
    steps: mailbox,
  },
  history_sent: {
    title: 'Kijk in uw e-mail',
    text: 'Voor uw veiligheid opent uw overzicht met een eigen link. Als wij een e-mailadres van u hebben, is de link daarheen onderweg, tenzij er in het afgelopen uur al een is gestuurd. Hij werkt een beperkte tijd.',
    steps: mailbox,
  },
  too_many: {
    title: 'Te veel pogingen',
    text: 'Vanaf uw netwerk zijn in korte tijd te veel pagina’s opgevraagd. Er is niets gewijzigd.',
    steps: ['Wacht tien minuten en open uw link dan opnieuw.'],
  },
  error: {
    title: 'Er ging bij ons iets mis',
    text: 'Deze pagina kon niet worden getoond. Er is geen geld overgemaakt.',
    steps: [
      'Probeer het over een paar minuten opnieuw.',
      'Gebeurt het weer, noem ons dan de referentiecode hieronder.',
    ],
  },
  unavailable: {
    title: 'Deze pagina is nu niet beschikbaar',
    text: 'Wij werken eraan. Er is geen geld overgemaakt.',
    steps: ['Probeer het over een paar minuten opnieuw. Uw link blijft dezelfde.'],
  },
  resting: {
    title: 'Dit kan nu niet',
    text: 'Uw document is nog te lezen: de pagina en de PDF zijn er. Hebt u net betaald, betaal dan niet nog een keer: uw betaling is binnenkort op de pagina te zien.',
    steps: [
      'Ga terug en probeer het over een paar minuten opnieuw. Uw link blijft dezelfde.',
      'Kan het niet wachten, bel of mail ons dan.',
    ],
  },
}

export const renewal: Labels['renewal'] = {
  replaced: {
    title: 'Deze link is vervangen',
    text: (date) => `Een nieuwere versie is verzonden op ${date}.`,
  },
  newest,
  renew:
    'Kunt u dat niet vinden, laat dan een nieuwe link sturen naar het adres dat wij van u hebben.',
}

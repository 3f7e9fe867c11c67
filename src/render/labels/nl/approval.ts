/** Everything that the pages around approving and declining say in Dutch. */

import { plural } from '../../plural.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['approval']

const approve: Words['approve'] = {
  title: (about) => `${about} goedkeuren`,
  intro: 'Controleer de gegevens. U ondertekent onderaan deze pagina.',
  sign: 'Goedkeuren en ondertekenen',
  name: 'Uw volledige naam',
  how: 'Hoe wilt u ondertekenen?',
  typed: { label: 'Mijn naam typen', hint: 'Uw naam hierboven is uw handtekening.' },
  drawn: { label: 'Mijn handtekening tekenen', hint: 'Met een muis, een pen of een vinger.' },
  typedOnly: 'Uw naam, zoals u hem hier typt, is uw handtekening.',
  pad: {
    title: 'Uw handtekening',
    canvas: 'Vlak om uw handtekening in te tekenen. Kunt u niet tekenen, typ dan uw naam.',
    undo: 'Ongedaan maken',
    clear: 'Wissen',
    full: 'Meer past er niet in. Maak ongedaan of wis om opnieuw te tekenen.',
    waiting:
      'Het tekenvlak heeft JavaScript nodig. Verschijnt het niet, kies dan ‘Mijn naam typen’.',
    only: {
      canvas:
        'Vlak om uw handtekening in te tekenen. Kunt u niet tekenen, neem dan contact met ons op om op papier te ondertekenen.',
      waiting:
        'Het tekenvlak heeft JavaScript nodig. Verschijnt het niet, neem dan contact met ons op om op papier te ondertekenen.',
    },
  },
  next: {
    title: 'Wanneer u goedkeurt',
    told: (business) => `${business} krijgt meteen bericht.`,
    mailed: 'Wij sturen u een ondertekende kopie per e-mail.',
    download: 'U kunt een ondertekende kopie downloaden.',
    deposit: (amount) =>
      `Er is dan een aanbetaling van ${amount} te betalen. Op deze pagina wordt niets afgeschreven.`,
    free: 'Er wordt niets afgeschreven.',
  },
}

const decline: Words['decline'] = {
  title: (about) => `${about} afwijzen`,
  text: (business) =>
    `${business} krijgt bericht dat u afwijst, met uw reden als u die geeft. Daarna is er niets te betalen.`,
  reason: 'Reden (optioneel)',
  hint: plural('nl', { one: 'Tot # teken.', other: 'Tot # tekens.' }),
}

const problems: Words['problems'] = {
  signer_name: {
    missing: 'Vul uw volledige naam in.',
    unfit: 'De naam bevat tekens die niet kunnen worden weergegeven. Typ opnieuw.',
    a_link: 'Vul uw naam in, geen link.',
    a_card: 'Vul uw naam in, geen kaartnummer.',
    too_long: plural('nl', {
      one: 'Kort de naam in tot # teken.',
      other: 'Kort de naam in tot # tekens.',
    }),
  },
  signature_kind: {
    missing: 'Kies hoe u wilt ondertekenen.',
    not_offered: 'Kies een van de aangeboden manieren om te ondertekenen.',
    changed: 'De manier van ondertekenen is veranderd. Onderteken zoals deze pagina het nu vraagt.',
  },
  signature: {
    missing: 'Teken uw handtekening of kies ‘Mijn naam typen’.',
    empty: 'Het tekenvlak is leeg. Teken uw handtekening of kies ‘Mijn naam typen’.',
    not_an_image:
      'De tekening is niet volledig aangekomen. Teken opnieuw of kies ‘Mijn naam typen’.',
    too_big: 'De tekening is te groot. Teken opnieuw met minder streken of kies ‘Mijn naam typen’.',
  },
  drawing: {
    missing: 'Teken uw handtekening.',
    empty: 'Het tekenvlak is leeg. Teken uw handtekening.',
    not_an_image: 'De tekening is niet volledig aangekomen. Teken opnieuw.',
    too_big: 'De tekening is te groot. Teken opnieuw met minder streken.',
  },
  consent: { missing: 'Vink het vakje aan om akkoord te gaan met elektronisch ondertekenen.' },
  reason: {
    unfit: 'De reden bevat tekens die niet kunnen worden weergegeven. Typ opnieuw.',
    too_long: plural('nl', {
      one: 'Kort de reden in tot # teken.',
      other: 'Kort de reden in tot # tekens.',
    }),
  },
}

const closed: Words['closed'] = {
  approved: {
    title: 'Deze offerte is al goedgekeurd',
    text: 'De offerte blijft zoals die is goedgekeurd. Er is zojuist niets gewijzigd.',
  },
  invoiced: {
    title: 'Deze offerte is al goedgekeurd',
    text: 'Er is zojuist niets gewijzigd.',
  },
  declined: {
    title: 'Deze offerte is al afgewezen',
    text: 'Van gedachten veranderd? Neem contact met ons op.',
  },
  expired: {
    title: 'Deze offerte is verlopen',
    text: 'Goedkeuren of afwijzen kan niet meer. U kunt een nieuwe versie aanvragen.',
  },
  void: { title: 'Deze offerte is geannuleerd', text: 'Er is niets te betalen.' },
  draft: {
    title: 'Deze offerte is nog niet verzonden',
    text: 'Goedkeuren of afwijzen kan zodra de offerte is verzonden.',
  },
  view_only: {
    title: 'Deze link is alleen om de offerte te bekijken',
    text: 'Gebruik om goed te keuren of af te wijzen de link in het bericht aan de persoon voor wie de offerte is bedoeld, of neem contact met ons op.',
  },
  preview: {
    title: 'Dit is uw eigen voorbeeld',
    text: 'Alleen uw klant kan goedkeuren of afwijzen, met de link die aan de klant is gestuurd.',
  },
}

const states: Words['states'] = {
  approvedBy: (name, date) => `Goedgekeurd door ${name} op ${date}.`,
  paper: 'De offerte is op papier ondertekend.',
  copyTo: (address) => `Een ondertekende kopie gaat per e-mail naar ${address}.`,
  ownLink: 'De factuur komt met een eigen link.',
  declinedOn: (date) => `Afgewezen op ${date}.`,
  told: (business) => `${business} heeft bericht gekregen.`,
  viewOnly: 'Deze link is alleen om de offerte te bekijken.',
  newer: (date) =>
    `Een eerdere versie werd goedgekeurd op ${date}. Deze is nieuwer: controleer deze versie en keur die opnieuw goed of wijs die af.`,
  expiredNext: (business) => `Goedkeuren kan niet meer. ${business} kan u vertellen wat nu geldt.`,
  readOnly: (business) => `Neem contact op met ${business} om goed te keuren of af te wijzen.`,
}

export const approval: Words = {
  approve,
  decline,
  problems,
  changed: {
    title: 'Deze offerte is gewijzigd',
    text: (business) =>
      `${business} heeft de offerte gewijzigd terwijl u die open had. Er is niets goedgekeurd of afgewezen. Hieronder staat de offerte zoals die nu is: controleer de gegevens opnieuw.`,
  },
  unsaved: {
    title: 'Dit kon nu niet worden opgeslagen',
    text: 'Er is niets goedgekeurd of afgewezen. Wat u hebt ingevuld, staat er nog: probeer het over een minuut opnieuw.',
  },
  closed,
  states,
  actions: {
    approve: 'Goedkeuren',
    decline: 'Afwijzen',
    back: 'Terug naar de offerte',
    downloadSigned: 'Ondertekende kopie downloaden',
    renew: 'Stuur mij een nieuwe link',
  },
}

/** Everything that the pages around approving and declining say in Polish. */

import { plural } from '../../plural.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['approval']

const again = 'zawiera znaki, których nie można wyświetlić. Prosimy wpisać ponownie.'
const characters = (before: string) =>
  plural('pl', {
    one: `${before} # znaku.`,
    few: `${before} # znaków.`,
    many: `${before} # znaków.`,
    other: `${before} # znaku.`,
  })

const approve: Words['approve'] = {
  title: (about) => `Akceptacja: ${about}`,
  intro: 'Prosimy sprawdzić dane. Podpis składa się na końcu tej strony.',
  sign: 'Zaakceptuj i podpisz',
  name: 'Imię i nazwisko',
  how: 'W jaki sposób chcą Państwo podpisać?',
  typed: { label: 'Wpisz imię i nazwisko', hint: 'Imię i nazwisko powyżej to podpis.' },
  drawn: { label: 'Narysuj podpis', hint: 'Myszą, piórem lub palcem.' },
  typedOnly: 'Wpisane tu imię i nazwisko to podpis.',
  pad: {
    title: 'Podpis',
    canvas:
      'Pole do narysowania podpisu. Jeśli rysowanie nie jest możliwe, prosimy wpisać imię i nazwisko.',
    undo: 'Cofnij',
    clear: 'Wyczyść',
    full: 'Więcej się nie zmieści. Prosimy cofnąć lub wyczyścić, aby rysować od nowa.',
    waiting:
      'Pole do rysowania wymaga JavaScriptu. Jeśli się nie pojawi, prosimy wybrać wpisanie imienia i nazwiska.',
    only: {
      canvas:
        'Pole do narysowania podpisu. Jeśli rysowanie nie jest możliwe, prosimy o kontakt, aby podpisać na papierze.',
      waiting:
        'Pole do rysowania wymaga JavaScriptu. Jeśli się nie pojawi, prosimy o kontakt, aby podpisać na papierze.',
    },
  },
  next: {
    title: 'Po akceptacji',
    told: (business) => `${business} od razu otrzymuje powiadomienie.`,
    mailed: 'Wysyłamy Państwu podpisaną kopię pocztą e-mail.',
    download: 'Można pobrać podpisaną kopię.',
    deposit: (amount) =>
      `Do zapłaty będzie zaliczka na kwotę ${amount}. Na tej stronie nic nie jest pobierane.`,
    free: 'Nic nie jest pobierane.',
  },
}

const decline: Words['decline'] = {
  title: (about) => `Odrzucenie: ${about}`,
  text: (business) =>
    `${business} otrzymuje powiadomienie o odrzuceniu, wraz z powodem, jeśli zostanie podany. Nie ma wtedy nic do zapłaty.`,
  reason: 'Powód (nieobowiązkowo)',
  hint: characters('Do'),
}

const problems: Words['problems'] = {
  signer_name: {
    missing: 'Prosimy wpisać imię i nazwisko.',
    unfit: `Imię i nazwisko: wpis ${again}`,
    a_link: 'Prosimy wpisać imię i nazwisko, a nie link.',
    a_card: 'Prosimy wpisać imię i nazwisko, a nie numer karty.',
    too_long: characters('Prosimy skrócić imię i nazwisko do'),
  },
  signature_kind: {
    missing: 'Prosimy wybrać sposób podpisania.',
    not_offered: 'Prosimy wybrać jeden z dostępnych sposobów podpisania.',
    changed: 'Sposób podpisania się zmienił. Prosimy podpisać tak, jak teraz prosi o to ta strona.',
  },
  signature: {
    missing: 'Prosimy narysować podpis albo wybrać jego wpisanie.',
    empty: 'Rysunek jest pusty. Prosimy narysować podpis albo wybrać jego wpisanie.',
    not_an_image:
      'Rysunek nie dotarł w całości. Prosimy narysować podpis ponownie albo wybrać jego wpisanie.',
    too_big:
      'Rysunek jest za duży. Prosimy narysować podpis ponownie, mniejszą liczbą kresek, albo wybrać jego wpisanie.',
  },
  drawing: {
    missing: 'Prosimy narysować podpis.',
    empty: 'Rysunek jest pusty. Prosimy narysować podpis.',
    not_an_image: 'Rysunek nie dotarł w całości. Prosimy narysować podpis ponownie.',
    too_big: 'Rysunek jest za duży. Prosimy narysować podpis ponownie, mniejszą liczbą kresek.',
  },
  consent: { missing: 'Prosimy zaznaczyć pole, aby zgodzić się na podpis elektroniczny.' },
  reason: {
    unfit: `Powód ${again}`,
    too_long: characters('Prosimy skrócić powód do'),
  },
}

const closed: Words['closed'] = {
  approved: {
    title: 'Ta wycena jest już zaakceptowana',
    text: 'Pozostaje taka, jaka została zaakceptowana. Teraz niczego nie zmieniono.',
  },
  invoiced: {
    title: 'Ta wycena jest już zaakceptowana',
    text: 'Teraz niczego nie zmieniono.',
  },
  declined: {
    title: 'Ta wycena została już odrzucona',
    text: 'Zmiana decyzji? Prosimy o kontakt.',
  },
  expired: {
    title: 'Ta wycena straciła ważność',
    text: 'Nie można jej już zaakceptować ani odrzucić. Można poprosić o aktualizację.',
  },
  void: { title: 'Ta wycena została anulowana', text: 'Nie ma nic do zapłaty.' },
  draft: {
    title: 'Ta wycena nie została jeszcze wysłana',
    text: 'Będzie można ją zaakceptować lub odrzucić po wysłaniu.',
  },
  view_only: {
    title: 'Ten link służy tylko do przeglądania',
    text: 'Aby zaakceptować lub odrzucić, prosimy użyć linku z wiadomości wysłanej do osoby, dla której jest wycena, albo skontaktować się z nami.',
  },
  preview: {
    title: 'To jest Państwa własny podgląd',
    text: 'Zaakceptować lub odrzucić może tylko klient, za pomocą wysłanego mu linku.',
  },
}

const states: Words['states'] = {
  approvedBy: (name, date) => `Akceptacja: ${name}, ${date}.`,
  paper: 'Podpisano na papierze.',
  copyTo: (address) => `Podpisaną kopię wysyłamy na adres ${address}.`,
  ownLink: 'Faktura przychodzi z własnym linkiem.',
  declinedOn: (date) => `Odrzucono ${date}.`,
  told: (business) => `Powiadomiono: ${business}.`,
  viewOnly: 'Ten link służy tylko do przeglądania.',
  newer: (date) =>
    `Wcześniejsza wersja została zaakceptowana dnia ${date}. Ta jest nowsza: prosimy ją sprawdzić i ponownie zaakceptować lub odrzucić.`,
  expiredNext: (business) =>
    `Nie można jej już zaakceptować. ${business} może powiedzieć, co obowiązuje teraz.`,
  readOnly: (business) => `Aby zaakceptować lub odrzucić, prosimy o kontakt: ${business}.`,
}

export const approval: Words = {
  approve,
  decline,
  problems,
  changed: {
    title: 'Ta wycena się zmieniła',
    text: (business) =>
      `Wycena została zmieniona przez wystawcę (${business}), gdy była u Państwa otwarta. Niczego nie zaakceptowano ani nie odrzucono. Poniżej jest wycena w obecnej postaci: prosimy sprawdzić ją ponownie.`,
  },
  unsaved: {
    title: 'Nie udało się teraz tego zapisać',
    text: 'Niczego nie zaakceptowano ani nie odrzucono. Wpisane dane nadal tu są: prosimy spróbować ponownie za minutę.',
  },
  closed,
  states,
  actions: {
    approve: 'Zaakceptuj',
    decline: 'Odrzuć',
    back: 'Wróć do wyceny',
    downloadSigned: 'Pobierz podpisaną kopię',
    renew: 'Wyślij mi nowy link',
  },
}

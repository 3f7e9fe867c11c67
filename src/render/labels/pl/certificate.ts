/** Everything that the signed copy of an estimate says in Polish. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['certificate']

const signature: Words['signature'] = {
  title: {
    typed: 'Podpisano elektronicznie',
    drawn: 'Podpisano elektronicznie',
    paper: 'Podpisano na papierze',
    owner: 'Zaakceptowano',
  },
  kinds: {
    typed: 'Podpis wpisany: osoba podpisująca wpisała to imię i nazwisko jako podpis.',
    drawn: 'Podpis narysowany: osoba podpisująca narysowała go na stronie.',
    paper: 'Podpisano odręcznie na papierze; to jest skan.',
    owner: 'Nie ma podpisu: firma odnotowała, że jej klient zaakceptował.',
  },
  scan: (hash) => `Podpisano odręcznie na papierze. Skan jest osobnym plikiem, SHA-256 ${hash}.`,
  alt: (name) => (name ? `Podpis: ${name}` : 'Podpis'),
  on: (date) => `dnia ${date}`,
}

const document: Words['document'] = {
  title: 'Dokument',
  number: 'Wycena',
  id: 'ID dokumentu',
  version: 'Wersja',
  from: 'Od',
  for: 'Przygotowano dla',
  total: 'Razem',
  deposit: 'Wymagana zaliczka',
  validUntil: 'Ważna do',
  hash: 'SHA-256 tego, co pokazano',
}

const signer: Words['signer'] = {
  title: 'Podpis',
  name: 'Osoba podpisująca',
  mailedTo: 'Link wysłano do',
  at: 'Podpisano',
  kind: 'Rodzaj',
  kinds: {
    typed: 'Wpisane imię i nazwisko',
    drawn: 'Narysowany na stronie',
    paper: 'Odręczny na papierze, zeskanowany',
    owner: 'Brak: odnotowane przez firmę',
  },
  ip: 'Adres IP',
  device: 'Przeglądarka (user agent)',
  id: 'ID akceptacji',
  link: 'ID linku',
  intent: 'Zamiar',
  intents: {
    typed:
      'Osobie podpisującej pokazano na jednej stronie całą wycenę z warunkami; zaznaczyła poniższą zgodę, wpisała imię i nazwisko jako podpis i wybrała „Zaakceptuj”.',
    drawn:
      'Osobie podpisującej pokazano na jednej stronie całą wycenę z warunkami; zaznaczyła poniższą zgodę, wpisała imię i nazwisko, narysowała podpis i wybrała „Zaakceptuj”.',
    paper: 'Podpisano kopię papierową, którą firma zeskanowała i zarejestrowała.',
    owner: 'Przekazano firmie, która to zarejestrowała.',
  },
  consent: (version) => `Zgoda (tekst ${version})`,
  times: (utc, local, zone) => `${utc} UTC, ${local} (${zone})`,
}

const events: Words['timeline']['events'] = {
  created: 'Utworzono wycenę',
  edited: 'Zmieniono wycenę',
  revised: 'Rozpoczęto nową wersję',
  sent: (version) => (version ? `Wysłano do klienta, wersja ${version}` : 'Wysłano'),
  shared: 'Utworzono link',
  mail_sent: (to, id) => `Wysłano e-mailem do ${to}, Message-ID ${id}`,
  mail_failed: (to) => `Nie doręczono e-maila do ${to}`,
  opened: 'Link otwarty, być może przez skaner poczty',
  viewed: {
    phone: 'Wyświetlone przez osobę na telefonie',
    tablet: 'Wyświetlone przez osobę na tablecie',
    computer: 'Wyświetlone przez osobę na komputerze',
    unknown: 'Wyświetlone przez osobę',
  },
  downloaded: 'Pobrano PDF',
  share_revoked: 'Unieważniono link',
  share_rotated: 'Zastąpiono link',
  declined: 'Odrzucono',
  reopened: 'Otwarto ponownie',
  update_asked: 'Poproszono o aktualizację',
  link_renewed: (to) => `Poproszono o nowy link, wysłano do ${to}`,
  consented: (version) => `Wyrażono zgodę na podpis elektroniczny, tekst ${version}`,
  approved: {
    typed: (name) => `Podpisano: ${name}`,
    drawn: (name) => `Podpisano: ${name}`,
    paper: (name) => (name ? `Podpisano na papierze: ${name}` : 'Podpisano na papierze'),
    owner: (name) => (name ? `Odnotowano akceptację: ${name}` : 'Odnotowano akceptację'),
  },
}

const integrity: Words['integrity'] = {
  title: 'Po czym poznać zmiany',
  chain: 'Czoło łańcucha',
  seal: 'Odcisk pieczęci',
  chained:
    'Każde zdarzenie zawiera skrót poprzedniego. Czoło łańcucha to skrót ostatniego zdarzenia powyżej; jest podane w wiadomości, z którą przyszła ta kopia.',
  chainedOnly:
    'Każde zdarzenie zawiera skrót poprzedniego. Czoło łańcucha to skrót ostatniego zdarzenia powyżej.',
  sealed: 'Pieczęć obejmuje cały ten plik. Jej odcisk to SHA-256 certyfikatu, którym ją złożono.',
  unsealed: 'Ta kopia nie ma pieczęci.',
}

const verify: Words['verify'] = {
  title: 'Jak sprawdzić tę kopię',
  portal: (business) => `${business} może porównać ją z własnymi zapisami:`,
  pdfsig:
    'Każdy może sprawdzić pieczęć; muszą się pojawić „Signature is Valid” i „Total document signed”:',
  openssl:
    'Albo za pomocą OpenSSL; muszą się pojawić „CAdES Verification successful” i podany wyżej odcisk pieczęci:',
  hash: 'Wiadomość, z którą przyszła ta kopia, podaje SHA-256 całego pliku; musi być taki sam:',
}

const limits: Words['limits'] = {
  title: 'Czego to nie dowodzi',
  person:
    'Kto siedział przy urządzeniu. Podpisać mógł każdy, kto miał link; nie sprawdzono żadnego dokumentu tożsamości.',
  noted: 'Że zrobił to klient, poza słowem i zapisami firmy.',
  time: (business) =>
    `Kiedy to było, poza wskazaniem zegara wystawcy (${business}). Nikt inny nie poświadczył czasu.`,
  seal: (business) =>
    `Kim jest wystawca (${business}). Pieczęć złożono własnym kluczem, za który nikt inny nie ręczy: pokazuje ona, że od tego czasu pliku nie zmieniono.`,
  issued: (business) =>
    `Kim jest wystawca (${business}), poza tym, za co ręczy wydawca certyfikatu pieczęci. Pieczęć pokazuje, że od tego czasu pliku nie zmieniono.`,
  device:
    'Gdzie była osoba podpisująca. Adres IP i przeglądarka są tym, co połączenie podało o sobie.',
}

export const certificate: Words = {
  name: (about) => `${about}, podpisana kopia`,
  title: 'Poświadczenie akceptacji',
  intro: (about) => `Jak zaakceptowano ten dokument (${about}) i jak można to sprawdzić.`,
  signature,
  document,
  signer,
  timeline: {
    title: 'Przebieg zdarzeń',
    what: 'Zdarzenie',
    utc: 'UTC',
    zone: (zone) => `Czas: ${zone}`,
    events,
  },
  integrity,
  verify,
  limits,
}

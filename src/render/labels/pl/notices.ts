/** Pages that stand for a document that cannot be shown, in Polish. */

import type { Labels } from '../en/pages.ts'

const newest = 'Prosimy otworzyć link z najnowszej otrzymanej wiadomości.'
const onFile = 'Prosimy zwrócić się do nas o nowy link; trafi on na adres, który mamy zapisany.'
const mailbox = [
  'Prosimy za kilka minut zajrzeć do skrzynki, a także do folderu ze spamem.',
  'Jeśli nic nie przyjdzie, być może mamy zapisany inny adres: prosimy o kontakt.',
]
const later = 'Prosimy spróbować ponownie za kilka minut.'

export const notices: Labels['notices'] = {
  unknown: {
    title: 'Ten link nie działa',
    text: 'Może być niepełny albo został zastąpiony.',
    steps: [
      newest,
      'Jeśli został skopiowany, prosimy skopiować go w całości, bez spacji i kropki na końcu.',
      'Jeśli nadal nie działa, prosimy zwrócić się do nas o nowy link.',
    ],
  },
  revoked: {
    title: 'Ten link nie działa',
    text: 'Może być niepełny albo został zastąpiony.',
    steps: [newest, 'Jeśli jej nie ma, prosimy zwrócić się do nas o nowy link.'],
  },
  expired_link: {
    title: 'Ten link wygasł',
    text: 'Dla Państwa bezpieczeństwa linki działają przez ograniczony czas. Sam dokument nadal tu jest.',
    steps: [onFile],
  },
  expired_history: {
    title: 'Ten link wygasł',
    text: 'Dla Państwa bezpieczeństwa link do historii działa tylko przez krótki czas.',
    steps: [onFile],
  },
  renewed: {
    title: 'Prosimy zajrzeć do poczty',
    text: 'Jeśli ten link był kiedykolwiek ważny, wysłaliśmy nowy na zapisany adres, o ile dokument nadal istnieje i najwyżej raz na godzinę. Jeśli dotyczył wyceny, która straciła ważność, otrzymaliśmy prośbę o jej aktualizację.',
    steps: mailbox,
  },
  history_sent: {
    title: 'Prosimy zajrzeć do poczty',
    text: 'Dla Państwa bezpieczeństwa historia otwiera się własnym linkiem. Jeśli mamy Państwa adres e-mail, link jest tam w drodze, chyba że wysłano go już w ciągu ostatniej godziny. Działa przez ograniczony czas.',
    steps: mailbox,
  },
  too_many: {
    title: 'Zbyt wiele prób',
    text: 'Z Państwa sieci w krótkim czasie otwarto zbyt wiele stron. Niczego nie zmieniono.',
    steps: ['Prosimy poczekać dziesięć minut i ponownie otworzyć link.'],
  },
  error: {
    title: 'Coś poszło nie tak po naszej stronie',
    text: 'Nie udało się pokazać tej strony. Nie przesłano żadnych pieniędzy.',
    steps: [later, 'Jeśli to się powtórzy, prosimy podać nam poniższy kod referencyjny.'],
  },
  unavailable: {
    title: 'Ta strona jest teraz niedostępna',
    text: 'Pracujemy nad tym. Nie przesłano żadnych pieniędzy.',
    steps: [`${later} Link pozostaje ten sam.`],
  },
  resting: {
    title: 'Teraz nie można tego zrobić',
    text: 'Dokument nadal można przeczytać: jego strona i PDF są dostępne. Jeśli płatność została właśnie dokonana, prosimy nie płacić ponownie: wkrótce pojawi się na stronie.',
    steps: [
      'Prosimy wrócić i spróbować ponownie za kilka minut. Link pozostaje ten sam.',
      'Jeśli sprawa nie może czekać, prosimy zadzwonić lub napisać do nas.',
    ],
  },
}

export const renewal: Labels['renewal'] = {
  replaced: {
    title: 'Ten link został zastąpiony',
    text: (date) => `Nowszą wersję wysłano ${date}.`,
  },
  newest,
  renew: 'Jeśli nie można jej znaleźć, wyślemy nowy link na adres, który mamy zapisany.',
}

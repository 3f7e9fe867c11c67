/** What the mails about approving and declining say in Polish. */

import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['approval']

const pages = 'Ostatnie strony kopii mówią, czym jest każda z tych informacji i czego nie dowodzi.'

const approved: Words['approved'] = {
  thanks:
    'Ta wycena została przez Państwa zaakceptowana. Dziękujemy. Podpisana kopia jest w załączniku; prosimy ją zachować.',
  depositOnline: (amount) =>
    `Do zapłaty jest teraz zaliczka na kwotę ${amount}. Można ją zapłacić na stronie wyceny.`,
  depositDue: (amount) => `Do zapłaty jest teraz zaliczka na kwotę ${amount}.`,
  depositPaid: (amount) => `Otrzymaliśmy Państwa zaliczkę na kwotę ${amount}.`,
  next: (business) =>
    business
      ? `${business} skontaktuje się z Państwem w sprawie dalszych kroków.`
      : 'Skontaktujemy się z Państwem w sprawie dalszych kroków.',
  button: 'Zobacz i zapłać zaliczkę',
  check: 'Jak sprawdzić podpisaną kopię',
  lines: {
    hash: (file, hash) => `SHA-256 pliku ${file}: ${hash}`,
    chain: (head) => `Czoło łańcucha: ${head}`,
    seal: (fingerprint) => `Odcisk pieczęci: ${fingerprint}`,
    how: (file) =>
      `Program pokazujący podpisy w plikach PDF, na przykład pdfsig ${file}, mówi, czy kopię zmieniono od czasu opieczętowania. ${pages}`,
    plain: (file) =>
      `Plik jest niezmieniony, jeśli sha256sum ${file} daje wynik podany poniżej. ${pages}`,
  },
}

export const mailApproval: Words = {
  summaries: {
    approved: (amount, date) => `${amount}, zaakceptowano ${date}`,
    declined: (amount) => `${amount}, odrzucono`,
  },
  facts: {
    approvedBy: 'Akceptacja',
    approvedOn: 'Data akceptacji',
    declinedOn: 'Data odrzucenia',
    depositDue: 'Zaliczka do zapłaty',
    signedBy: 'Osoba podpisująca',
    signature: 'Podpis',
    deposit: 'Zaliczka',
  },
  kinds: {
    typed: 'wpisane imię i nazwisko',
    drawn: 'narysowany',
    paper: 'na papierze',
    owner: 'brak',
  },
  approved,
  declined: {
    done: 'Ta wycena została przez Państwa odrzucona. Nie ma nic do zapłaty.',
    mind: 'Zmiana decyzji? Prosimy o kontakt.',
    reason: 'Podany powód',
  },
  renewed: {
    subject: (name) => `Nowy link: ${name}`,
    asked:
      'Poproszono o nowy link. Jeśli to nie Państwa prośba, nie trzeba nic robić: link trafił tylko do Państwa.',
    expired: (date) =>
      `Ta wycena była ważna do ${date}. Otrzymaliśmy prośbę o jej aktualizację i skontaktujemy się z Państwem.`,
  },
  notices: {
    approved: (customer, about) => `${customer}: zaakceptowano dokument (${about})`,
    declined: (customer, about) => `${customer}: odrzucono dokument (${about})`,
    update: (customer, about) => `${customer}: prośba o aktualizację (${about})`,
    depositDue: (amount) => `${amount}, jeszcze nie zapłacono`,
    depositPending: (amount) => `${amount}, w drodze`,
    depositPaid: (amount) => `${amount}, zapłacono`,
  },
}

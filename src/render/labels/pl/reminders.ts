import type { MailLabels } from '../en/mail.ts'

type Words = MailLabels['reminders']

const missed = 'Na wypadek, gdyby nasza wcześniejsza wiadomość nie dotarła:'

const invoice: Words['invoice'] = {
  ahead: (date) => `Krótkie przypomnienie: termin płatności tej faktury to ${date}.`,
  friendly: (date) =>
    `Być może umknęło to Państwa uwadze: termin płatności tej faktury minął ${date}. Będziemy wdzięczni za zapłatę w najbliższych dniach.`,
  plain: (date) =>
    `Termin płatności tej faktury minął ${date}, a nadal nie jest ona zapłacona. Prosimy o zapłatę teraz.`,
  last: (date) =>
    `Termin płatności tej faktury minął ${date}, a nie otrzymaliśmy Państwa płatności. Prosimy zapłacić dzisiaj albo napisać, co stoi na przeszkodzie: znajdziemy rozwiązanie.`,
  unseen: `${missed} oto faktura jeszcze raz.`,
  seen: 'Jeśli coś w fakturze jest niejasne, prosimy odpowiedzieć na tę wiadomość, a my odpiszemy.',
  crossed: 'Jeśli płatność jest już w drodze, dziękujemy; nie trzeba wtedy nic więcej robić.',
}

const estimate: Words['estimate'] = {
  friendly: 'Wysłaliśmy Państwu tę wycenę i chętnie dowiemy się, co Państwo o niej sądzą.',
  plain: 'Ta wycena nadal czeka na Państwa odpowiedź.',
  last: 'Ta wycena nadal czeka na Państwa odpowiedź. Bez względu na decyzję można ją nam przekazać na stronie wyceny dwoma kliknięciami, a my nie będziemy już o tym pisać.',
  until: (date) => `Można ją zaakceptować do ${date}.`,
  unseen: `${missed} oto wycena jeszcze raz.`,
  seen: 'W razie pytań lub życzenia zmian prosimy odpowiedzieć na tę wiadomość.',
}

/** What reminders and nudges say in Polish. */
export const reminders: Words = {
  subject: (subject) => `Przypomnienie: ${subject}`,
  wasDue: (amount, date) => `${amount}, termin minął ${date}`,
  invoice,
  estimate,
  stop: {
    why: 'Otrzymują Państwo to przypomnienie, ponieważ sprawa tego dokumentu jest otwarta.',
    label: 'Zatrzymaj przypomnienia',
  },
}

/** Everything that the pages around a payment say in Polish. */

import type { Labels } from '../en/pages.ts'

type Words = Labels['online']

const days = 'Zwykle trwa to do 4 dni roboczych.'
const noneTaken = 'Nie pobrano żadnych pieniędzy.'
const notAgain = 'Nie trzeba płacić ponownie.'
const nothingMore = 'Nie ma nic więcej do zapłaty.'
const another = 'Prosimy zapłacić w inny sposób albo skontaktować się z nami.'
const nothingToDo = 'Nie trzeba nic robić.'
const told = (business: string) => `${business} ma już tę informację i skontaktuje się z Państwem.`

const pay: Words['pay'] = {
  title: {
    invoice: (number) => `Zapłać fakturę ${number}`,
    estimate: (number) => `Zapłać zaliczkę do wyceny ${number}`,
    credit_note: (number) => `Nota kredytowa ${number}`,
  },
  dueNow: 'do zapłaty teraz',
  howMuch: 'Ile chcą Państwo zapłacić?',
  allDue: (amount) => `Całość do zapłaty: ${amount}`,
  another: 'Inna kwota',
  amount: (currency) => `Kwota w ${currency}`,
  bounds: (least, most) => `Od ${least} do ${most}.`,
  leaves: (least) => `Po tej płatności może pozostać do zapłaty zero albo co najmniej ${least}.`,
  howToPay: 'W jaki sposób chcą Państwo zapłacić?',
  wrong: 'Wystąpił problem',
  errorTitle: (title) => `Błąd: ${title}`,
  safety:
    'Płatność odbywa się na bezpiecznej stronie operatora. Nigdy nie widzimy danych karty ani konta.',
  otherWays: 'Inne sposoby płatności',
  receipts: 'Pokwitowania',
  unavailable: {
    title: 'Płatność online jest teraz niedostępna.',
    text: `${noneTaken} Prosimy spróbować ponownie za kilka minut.`,
    instead: 'Można też zapłacić w sposób opisany poniżej.',
  },
}

const methods: Words['methods'] = {
  stripe_card: { label: 'Karta', hint: '' },
  square_card: { label: 'Karta', hint: '' },
  stripe_ach: {
    label: 'Przelew bankowy (ACH)',
    hint: `Z konta bankowego w USA. ${days}`,
  },
  paypal: { label: 'PayPal', hint: '' },
  sandbox: { label: 'Płatność testowa', hint: 'Fikcyjna strona do wypróbowania.' },
}

const problems: Words['problems'] = {
  amount_choice: {
    missing: 'Prosimy wybrać, ile zapłacić.',
    not_offered: (due) => `Można zapłacić tylko całość: ${due}.`,
  },
  amount: {
    missing: 'Prosimy wpisać kwotę do zapłaty.',
    not_an_amount: (example) => `Prosimy wpisać kwotę cyframi, na przykład ${example}.`,
    not_positive: 'Prosimy wpisać kwotę większą od zera.',
    too_many_digits: (example) => `Prosimy nie wpisywać więcej cyfr niż w ${example}.`,
    too_much: (most) => `Prosimy wpisać najwyżej ${most}, czyli całość do zapłaty.`,
    too_little: (least) => `Prosimy wpisać co najmniej ${least}.`,
    leaves_too_little: (all, most) =>
      `Prosimy zapłacić całość (${all}) albo najwyżej ${most}: inaczej pozostałoby zbyt mało.`,
  },
  method: {
    missing: 'Prosimy wybrać sposób płatności.',
    not_offered: 'Prosimy wybrać jeden z dostępnych sposobów płatności.',
    not_for_this_amount: 'Tej kwoty nie można zapłacić w ten sposób.',
  },
}

const notPayable: Words['notPayable'] = {
  not_open: {
    invoice: {
      title: 'Tej faktury nie można teraz zapłacić',
      text: 'Nie jest otwarta do zapłaty. W tej chwili nic nie jest od Państwa wymagane.',
    },
    estimate: {
      title: 'Nie ma teraz zaliczki do zapłaty',
      text: 'Zaliczkę można zapłacić po zaakceptowaniu wyceny.',
    },
  },
  void: {
    title: 'Nie ma nic do zapłaty',
    text: 'Dokument został anulowany. Płatność nie jest potrzebna.',
  },
  already_paid: { title: 'To już jest zapłacone', text: 'Nie ma nic do zapłaty. Dziękujemy.' },
  processing: { title: 'Płatność jest w drodze', text: notAgain },
  resting: {
    title: 'W tej chwili nie ma nic do zapłaty',
    text: 'Po zwrocie nie oczekujemy płatności.',
  },
  offline: { title: 'Tego nie można zapłacić online', text: another },
  no_method: {
    title: 'Tego nie można zapłacić online',
    text: `Żaden sposób płatności online nie pasuje do tej kwoty. ${another}`,
  },
}

const handOver: Words['handOver'] = {
  title: (provider) => `Przejdź do ${provider}`,
  paying: (amount, business, about) =>
    `Zaraz zapłacą Państwo ${amount} (${about}). Odbiorca: ${business}.`,
  byItself:
    'Nastąpi automatyczne przekierowanie. Jeśli nic się nie dzieje, prosimy użyć przycisku.',
  next: 'Co będzie dalej',
  steps: {
    pay: (provider) =>
      `Płatność odbywa się na bezpiecznej stronie ${provider}. Wcześniej nic nie jest pobierane.`,
    bank: 'Płatność bankowa trwa potem zwykle do 4 dni roboczych.',
    back: 'Potem wracają Państwo tutaj i widzą, czy się udało.',
    receipt: 'Gdy pieniądze dotrą, wyślemy pokwitowanie e-mailem.',
  },
}

const returned: Words['returned'] = {
  paid: {
    title: 'Otrzymano płatność',
    text: (amount, about) => `Otrzymaliśmy ${amount} (${about}). Dziękujemy.`,
    next: nothingMore,
  },
  processing: {
    title: 'Płatność jest w drodze',
    bank: (amount) => `Płatność bankowa na kwotę ${amount} jest w drodze. ${days} ${notAgain}`,
    other: (amount, provider) =>
      `${provider} nadal sprawdza Państwa płatność na kwotę ${amount}. ${notAgain}`,
    next: 'Nic więcej nie trzeba robić.',
  },
  not_finished: {
    title: 'Płatność nie została dokończona',
    text: noneTaken,
    next: 'Można spróbować ponownie w dowolnej chwili.',
  },
  declined: {
    title: 'Płatność nie doszła do skutku',
    text: (amount) => `Płatność na kwotę ${amount} została odrzucona. ${noneTaken}`,
    bank: (amount) =>
      `Płatność bankowa na kwotę ${amount} nie doszła do skutku. Niczego nie pobrano.`,
    next: 'Prosimy spróbować ponownie, wybrać inny sposób albo zapytać w banku.',
  },
  already_paid: {
    title: (about) => `Już zapłacono: ${about}`,
    text: `${nothingMore} Tym razem nie pobrano żadnych pieniędzy.`,
    moved: (amount) => `${nothingMore} Otrzymaliśmy Państwa płatność na kwotę ${amount}.`,
    next: nothingToDo,
  },
  void: {
    title: (about) => `Anulowano: ${about}`,
    text: `Nie ma nic do zapłaty. ${noneTaken}`,
    moved: (amount, business) =>
      `Płatność na kwotę ${amount} wpłynęła już po anulowaniu. ${told(business)}`,
    next: nothingToDo,
  },
  changed: {
    title: 'Kwota się zmieniła',
    text: (about) => `Dokument (${about}) zmienił się w trakcie płatności. ${noneTaken}`,
    moved: (about, amount, business) =>
      `Dokument (${about}) zmienił się w trakcie płatności. Płatność na kwotę ${amount} wpłynęła. ${told(business)}`,
    next: 'Prosimy sprawdzić, ile jest teraz do zapłaty, i zapłacić tę kwotę.',
  },
  needs_review: {
    title: 'Sprawdzamy Państwa płatność',
    text: (amount, business) =>
      `Płatność na kwotę ${amount} wymaga ręcznego sprawdzenia. ${told(business)}`,
    next: 'Jeśli pobrano pieniądze, nie przepadły. Prosimy nie płacić ponownie.',
  },
  confirming: {
    title: 'Czekamy na potwierdzenie płatności',
    text: 'Zwykle trwa to kilka sekund. Ta strona odświeża się sama.',
    over: 'Trwa to dłużej niż zwykle. Pytamy dalej i po potwierdzeniu wyślemy pokwitowanie e-mailem.',
    next: 'Prosimy tymczasem nie płacić ponownie. Nie wiemy jeszcze, czy pobrano pieniądze.',
  },
  unreachable: {
    title: (provider) => `Nie możemy teraz połączyć się z ${provider}`,
    text: 'Jeśli płatność została tam dokończona, nie przepadła: sami zapytamy ponownie. Jeśli nie, nie pobrano żadnych pieniędzy.',
    next: 'Przed ponowną płatnością prosimy zajrzeć na tę stronę jeszcze raz za kilka minut.',
    byItself: 'Ta strona sama pyta ponownie. Prosimy tymczasem nie płacić ponownie.',
  },
  left: (amount) => `Pozostało do zapłaty ${amount}.`,
  mailed: 'Wyślemy pokwitowanie e-mailem.',
  openLink: 'Aby sprawdzić stan, prosimy otworzyć link z wiadomości otrzymanej od nas.',
}

const receipt: Words['receipt'] = {
  heading: (number) => `Pokwitowanie nr ${number}`,
  name: (number) => `Pokwitowanie ${number}`,
  title: (business) => (business ? `Pokwitowanie od ${business}` : 'Pokwitowanie'),
  receivedFrom: 'Otrzymano od:',
  date: 'Data:',
  method: 'Sposób płatności:',
  reference: 'Numer referencyjny:',
  for: { invoice: 'Do faktury:', estimate: 'Do wyceny:', credit_note: 'Do noty kredytowej:' },
  sums: 'Płatność',
  total: { invoice: 'Kwota faktury', estimate: 'Kwota wyceny', credit_note: 'Razem' },
  amount: 'Zapłacona kwota',
  refundedOn: (date) => `Zwrócono ${date}`,
  kept: 'Zapłacona kwota po zwrotach',
  leftAfter: 'Pozostało do zapłaty po tej płatności',
  leftNow: (amount) => `Teraz pozostało do zapłaty ${amount}.`,
  received: (date) => `Otrzymano ${date}. Dziękujemy.`,
  refundedWhole: (date) => `Ta płatność została zwrócona ${date}.`,
  refundedPartly: (amount, date) => `Z tego zwrócono ${amount}, data zwrotu: ${date}.`,
  note: (about) => `zapłacono (${about})`,
}

const sandbox: Words['sandbox'] = {
  title: 'Płatność testowa',
  brand: 'Sandbox Pay',
  banner: 'TRYB TESTOWY',
  text: 'Ta strona odgrywa rolę operatora płatności. Nie są tu przesyłane prawdziwe pieniądze.',
  toPay: 'Kwota',
  choose: 'Co ma się stać?',
  outcomes: {
    paid: 'Zapłać',
    declined: 'Odrzuć',
    canceled: 'Anuluj',
    pending: 'Zapłać później (w toku)',
  },
  later: { paid: 'Niech się uda', declined: 'Niech się nie uda' },
  states: {
    open: '',
    pending: 'Ta płatność jest w toku, tak jak przelew przez kilka dni.',
    paid: 'Zapłacono.',
    declined: 'Odrzucono.',
    canceled: 'Anulowano.',
    expired: 'Ta strona wygasła.',
  },
  back: 'Wróć do sklepu',
}

export const online: Words = {
  pay,
  methods,
  providers: {
    stripe: 'Stripe',
    square: 'Square',
    paypal: 'PayPal',
    sandbox: 'Sandbox Pay',
  },
  problems,
  notPayable,
  handOver,
  returned,
  receipt,
  sandbox,
  actions: {
    payNow: 'Zapłać teraz',
    payDeposit: 'Zapłać zaliczkę',
    payAnother: 'Zapłać inną kwotę',
    payAnotherWay: 'Zapłać w inny sposób',
    payRest: 'Zapłać resztę',
    tryAgain: 'Spróbuj ponownie',
    checkAgain: 'Sprawdź ponownie',
    downloadReceipt: 'Pobierz pokwitowanie',
    view: {
      invoice: 'Zobacz fakturę',
      estimate: 'Zobacz wycenę',
      credit_note: 'Zobacz notę kredytową',
    },
  },
  testMode: 'TRYB TESTOWY: nie są przesyłane prawdziwe pieniądze.',
}

/** What the mails about approving and declining say in English. Amounts, dates and names come in formatted. */

const summaries = {
  approved: (amount: string, date: string) => `${amount}, approved on ${date}`,
  declined: (amount: string) => `${amount}, declined`,
}

const facts = {
  approvedBy: 'Approved by',
  approvedOn: 'Approved on',
  declinedOn: 'Declined on',
  depositDue: 'Deposit due',
  signedBy: 'Signed by',
  signature: 'Signature',
  deposit: 'Deposit',
}

const kinds = {
  typed: 'typed name',
  drawn: 'drawn',
  paper: 'on paper',
  owner: 'none',
}

/** To the customer who approved; `file` is the attached copy. */
const approved = {
  thanks: 'You approved this estimate. Thank you. The signed copy is attached; please keep it.',
  depositOnline: (amount: string) =>
    `A deposit of ${amount} is due now. You can pay it on the page of the estimate.`,
  depositDue: (amount: string) => `A deposit of ${amount} is due now.`,
  depositPaid: (amount: string) => `Your deposit of ${amount} was received.`,
  next: (business: string) => `${business || 'We'} will contact you about what happens next.`,
  button: 'View and pay deposit',
  check: 'How to check the signed copy',
  lines: {
    hash: (file: string, hash: string) => `SHA-256 of ${file}: ${hash}`,
    chain: (head: string) => `Chain head: ${head}`,
    seal: (fingerprint: string) => `Seal fingerprint: ${fingerprint}`,
    how: (file: string) =>
      `A program that shows signatures in PDF files, such as pdfsig ${file}, says whether the copy was altered since it was sealed. The last pages of the copy say what each of these is, and what it does not prove.`,
    plain: (file: string) =>
      `The file is unaltered if sha256sum ${file} gives what stands below. The last pages of the copy say what each of these is, and what it does not prove.`,
  },
}

const declined = {
  done: 'You declined this estimate. Nothing is due.',
  mind: 'Changed your mind? Contact us.',
  reason: 'Your reason',
}

const renewed = {
  subject: (name: string) => `New link to ${name}`,
  asked:
    'You asked for a new link. If it was not you, there is nothing to do: the link was sent only to you.',
  expired: (date: string) =>
    `This estimate was valid until ${date}. We were asked to update it and will contact you.`,
}

/** To the owner; `about` is "estimate EST-001". */
const notices = {
  approved: (customer: string, about: string) => `${customer} approved ${about}`,
  declined: (customer: string, about: string) => `${customer} declined ${about}`,
  update: (customer: string, about: string) => `${customer} asks for an update of ${about}`,
  depositDue: (amount: string) => `${amount}, not paid yet`,
  depositPending: (amount: string) => `${amount}, on its way`,
  depositPaid: (amount: string) => `${amount}, paid`,
}

export const mailApproval = { summaries, facts, kinds, approved, declined, renewed, notices }

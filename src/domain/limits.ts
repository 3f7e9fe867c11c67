/**
 * Upper bounds of what people may enter; generous for trade, small enough for a page, a row and a
 * mail.
 */

/** Characters of a one-line field, such as a name. */
export const lineLength = 200
/** Characters of a unit, such as "hrs": it stands beside the quantity in a narrow column. */
export const unitLength = 40
/** Characters of a description: a line item, not a contract. */
export const descriptionLength = 4_000
/** Characters of notes, terms and messages: some ten printed pages. */
export const blockLength = 20_000
/** Line items of one document: past this, a page is no longer readable on a phone. */
export const itemCount = 500
/** Taxes of one document; no place on earth needs more. */
export const taxCount = 20
/** Digits after the point of quantities, unit prices, rates and percentages. */
export const fractionDigits = 6
/** Days that `due_in_days` may reach into the future: ten years. */
export const daysAhead = 3_650
/** Copies of a customer's mails; more would be a mailing list. */
export const copyCount = 10
/** Lines of a postal address that fit the window of a printed sheet. */
export const addressLines = 10
/** Characters of a document's number: it stands in file names, subjects and headers. */
export const numberLength = 40

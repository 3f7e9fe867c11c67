import type { CodedItem } from '../../domain/catalogue.ts'
import { type Discount, type Kind, kinds, type Tax } from '../../domain/document.ts'
import type { ItemDraft } from '../../domain/draft.ts'
import type { ListedPayment } from '../../domain/imports/invoices.ts'
import type { DocumentDraft } from '../../usecases/create-documents.ts'
import { manualMethods } from '../../usecases/record-payment.ts'
import { customerFields } from './customer-fields.ts'
import {
  type FieldReader,
  flag,
  list,
  mapping,
  nullable,
  oneOf,
  text,
  wholeNumber,
} from './fields.ts'
import type { TypedItem } from './item.ts'

/** A document of an input file, as far as it goes: what is missing is the domain's to say. */
export type FileDraft = Partial<Omit<DocumentDraft, 'kind' | 'items'>> & {
  kind?: Kind
  items?: TypedItem[]
}

/** A part given in percent or as a fixed amount: exactly one of the two. */
const portion: FieldReader<Discount> = (value, field, report) => {
  const read = mapping<{ percent?: string; fixed?: string }>({ percent: text(), fixed: text() })(
    value,
    field,
    report,
  )
  if (!read) return undefined
  const { percent, fixed } = read
  if (percent !== undefined && fixed === undefined) return { percent }
  if (fixed !== undefined && percent === undefined) return { fixed }
  report(field, 'must have either percent or fixed')
  return undefined
}

const itemReaders = {
  description: text(),
  quantity: text(),
  unit: text(),
  unit_price: text(),
  taxes: list(text()),
  discount: nullable(portion),
}

const wholeItem = mapping<ItemDraft>(itemReaders, { description: '…', unit_price: '0' })
const codedItem = mapping<CodedItem>({ ...itemReaders, code: text() }, { code: '…' })

/** With a `code` the catalogue says what is left out. */
const item: FieldReader<TypedItem> = (value, field, report) => {
  const isCoded = typeof value === 'object' && value !== null && Object.hasOwn(value, 'code')
  return isCoded ? codedItem(value, field, report) : wholeItem(value, field, report)
}

const tax = mapping<Tax>(
  { id: text(), name: text(), rate: text() },
  { id: '…', name: '…', rate: '0' },
)

const customer: FieldReader<NonNullable<DocumentDraft['customer']>> = (value, field, report) =>
  typeof value === 'object' ? customerFields(value, field, report) : text()(value, field, report)

const notHere: FieldReader<never> = (_, field, report) => {
  report(field, 'is for import only; enter payments with: portal payment record')
  return undefined
}

const fields = {
  kind: oneOf(kinds),
  number: text(),
  customer,
  currency: text(),
  locale: text(),
  issued_on: text(),
  due_on: text(),
  due_in_days: wholeNumber(),
  valid_until_on: text(),
  prices_include_tax: flag(),
  taxes: list(tax),
  items: list(item),
  discount: nullable(portion),
  deposit: nullable(portion),
  terms: text(),
  notes: text(),
  online_pay: flag(),
  relates_to: text(),
}

/** The input file of contract.md, one document. */
export const documentFields: FieldReader<FileDraft> = mapping<FileDraft & { payments?: never }>({
  ...fields,
  payments: notHere,
})

const payment = mapping<ListedPayment>(
  { amount: text(), method: oneOf(manualMethods), on: text(), reference: text() },
  { amount: '0', method: 'other' },
)

/** The same for `invoice import`: with what was paid. */
export const importFields: FieldReader<FileDraft & { payments?: ListedPayment[] }> = mapping<
  FileDraft & { payments?: ListedPayment[] }
>({ ...fields, payments: list(payment) })

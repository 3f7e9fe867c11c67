import type { CustomerField, InvoiceField, ItemField } from '../fields.ts'
import type { Source } from '../mapping.ts'

/** How a program names what its lists hold; each list may have come in several shapes. Names are plain (`plainName`). */
export type Program = {
  customers: readonly Shape<CustomerField>[]
  invoices: readonly Shape<InvoiceField>[]
  items: readonly Shape<ItemField>[]
}

export type Shape<F extends string> = Omit<Source<F>, 'program'>

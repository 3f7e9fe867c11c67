/** What is known here of a customer, an invoice, an item, and may stand in a list of them. */

export const customerFields = [
  'name',
  'company',
  'first_name',
  'last_name',
  'email',
  'cc',
  'phone',
  'mobile',
  'address',
  'address_2',
  'city',
  'state',
  'postal_code',
  'country',
  'locale',
  'tax_id',
  'tax_exempt',
] as const
export type CustomerField = (typeof customerFields)[number]

/** Each row is a line of an invoice. */
export const invoiceFields = [
  'number',
  'customer',
  'email',
  'issued_on',
  'due_on',
  'status',
  'currency',
  'item',
  'description',
  'quantity',
  'unit',
  'unit_price',
  'line_amount',
  'discount_percent',
  'tax_name',
  'tax_rate',
  'tax_amount',
  'tax_name_2',
  'tax_amount_2',
  'total',
  'balance',
  'paid_amount',
  'paid_on',
  'payment_method',
  'payment_reference',
  'notes',
  'terms',
  'transaction_type',
] as const
export type InvoiceField = (typeof invoiceFields)[number]

export const itemFields = [
  'code',
  'name',
  'variation',
  'description',
  'unit',
  'unit_price',
  'currency',
  'taxed',
] as const
export type ItemField = (typeof itemFields)[number]

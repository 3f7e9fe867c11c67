import type { Customer } from '../../domain/document.ts'

/** A customer as scripts see it: the contract's fields. */
export function customerJson(customer: Customer) {
  const { id, name, email, cc, phone, address, country, locale } = customer
  const { tax_id, tax_exempt, reminders, archived_at } = customer
  return {
    ...{ id, name, email, cc, phone, address, country, locale },
    ...{ tax_id, tax_exempt, reminders, archived_at },
  }
}

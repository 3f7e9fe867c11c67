import type { App } from '../../app.ts'
import type { CustomerDraft } from '../../domain/customer.ts'
import type { Customer } from '../../domain/document.ts'
import { invalidInput, type Problem } from '../../domain/errors.ts'
import { editCustomer } from '../../usecases/edit-customer.ts'
import { showCustomer } from '../../usecases/show-customer.ts'
import type { Context } from '../context.ts'
import { customerFields } from '../input/customer-fields.ts'
import { parseText } from '../input/parse-text.ts'
import { editText } from './edit-text.ts'
import { yamlLines } from './yaml-lines.ts'

/** Opens a customer in the owner's editor. Undefined when nothing was changed. */
export async function editCustomerText(
  context: Context,
  app: App,
  ref: string,
): Promise<Customer | undefined> {
  const customer = await showCustomer(app, ref)
  const text = await customerText(customer)
  return editText(context, { name: `${customer.id}.yml`, text }, async (written) => {
    const changes = read(await parseText(written, ''))
    return editCustomer(app, { customer: customer.id, changes })
  })
}

function read(parsed: unknown): CustomerDraft {
  const problems: Problem[] = []
  const changes = customerFields(parsed, '', (field, message) => problems.push({ field, message }))
  if (problems.length > 0) throw invalidInput(problems)
  return changes ?? {}
}

function customerText(customer: Customer): Promise<string> {
  const head = [
    `${customer.name}: change what you like, save, and leave the editor.`,
    'Leave it as it is, or empty, to change nothing.',
    'A field that you take out stays as it was.',
    'Documents already sent keep the name and address they were sent with.',
  ].join('\n')
  return yamlLines(head, [
    ['name', 'as printed on documents', customer.name],
    ['email', 'where documents are sent; "" for none', customer.email],
    ['cc', 'who gets a copy of every mail', customer.cc],
    ['phone', 'for you', customer.phone],
    ['address', 'a line each', customer.address],
    ['country', 'as in US', customer.country],
    ['locale', 'language and formats, as in en-US', customer.locale],
    ['tax_id', 'printed on documents', customer.tax_id],
    ['tax_exempt', 'true: no taxes on new documents', customer.tax_exempt],
    ['reminders', 'false: never remind this customer', customer.reminders],
  ])
}

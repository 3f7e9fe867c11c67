import type { App } from '../app.ts'
import { type Language, localeShown } from '../domain/language.ts'
import { type StatementRange, statementsOf } from '../domain/statement.ts'
import { type OpenedHistory, openHistory } from './open-history.ts'
import type { Printed } from './print-document.ts'

export type OpenedStatement =
  | ({ status: 'pdf'; share: Extract<OpenedHistory, { status: 'active' }>['share'] } & Printed)
  | Exclude<OpenedHistory, { status: 'active' }>

/**
 * The statement of a customer's account as a PDF, from the books as they stand now. It is printed anew each
 * time: for each two days there is another one.
 */
export async function printStatement(
  app: App,
  { token, range, lang }: { token: string; range: StatementRange; lang?: Language | undefined },
): Promise<OpenedStatement> {
  const opened = await openHistory(app, { token })
  if (opened.status !== 'active') return opened
  const { share, customer, documents } = opened
  const { business, pdf } = app.config
  const statements = statementsOf(documents, range, business.time_zone)
  const renderer = await app.renderer(localeShown(customer.locale || business.locale, lang))
  const html = renderer.history.statement({ customer, range, statements, lang })
  const printer = await app.pdf()
  const created_at = app.clock.now().toISOString()
  const bytes = await printer.print({ html, page: pdf.page, created_at })
  return { status: 'pdf', bytes, filename: `statement-${range.from}-${range.until}.pdf`, share }
}

import type { App } from '../../app.ts'
import { composeCatalogueItem } from '../../domain/catalogue.ts'
import { PortalError } from '../../domain/errors.ts'
import { meantNumber } from '../../domain/meant-amount.ts'
import { askLine } from '../ask.ts'
import type { Options } from '../command.ts'
import type { itemOptions } from '../input/item-options.ts'
import { commandLine } from './command-line.ts'

export type ItemAnswers = Options<typeof itemOptions>

/**
 * Asks for what an item of the catalogue still lacks. Nothing is written here.
 * @returns code and options, and the command line that says the same
 */
export async function guideItem(
  { config: { business } }: App,
  named: string | undefined,
  given: ItemAnswers,
): Promise<{ code: string; options: ItemAnswers; line: string }> {
  const code =
    named ??
    (await askLine('Code, by which you call it, such as labor', {
      check: (code) => complaint('code', { code }),
    }))
  const options = { ...given }
  options.description ??= await askLine('Description, as printed on documents', {
    preset: capital(code),
    check: (description) => complaint('description', { description }),
  })
  const read = (text: string) =>
    meantNumber(text, options.currency ?? business.currency, business.locale) ?? text
  options.price ??= read(
    await askLine('Price of one', {
      check: (text) => complaint('unit_price', { unit_price: read(text) }),
    }),
  )
  if (given.price === undefined) {
    options.unit ??= (await askLine('Unit, such as hrs (may be empty)')) || undefined
  }
  return { code, options, line: commandLine(['item', 'create', code], options) }
}

/** What the catalogue would say about one answer. */
function complaint(field: string, answer: Record<string, string>): string | undefined {
  try {
    composeCatalogueItem(answer, { currency: 'USD' })
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
    const message = error.details.find((one) => one.field === field)?.message
    return message && `It ${message}.`
  }
  return undefined
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1).replaceAll('-', ' ')
}

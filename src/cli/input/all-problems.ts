import type { App } from '../../app.ts'
import { today } from '../../app.ts'
import { composeContent } from '../../domain/compose.ts'
import type { Kind } from '../../domain/document.ts'
import { invalidInput, PortalError, type Problem } from '../../domain/errors.ts'
import type { FileDraft } from './document-fields.ts'

/**
 * What is wrong with the shape of an input, and beyond it with what it says: a person corrects all of it
 * in one go.
 */
export function allProblems(
  app: App,
  { drafts, list, problems }: { drafts: FileDraft[]; list: boolean; problems: Problem[] },
): PortalError {
  const content = drafts.flatMap((draft, i) =>
    contentProblems(app, draft).map(({ field, message }) => ({
      field: (list ? `[${i}].` : '') + field,
      message,
    })),
  )
  const further = content.filter(
    ({ field }) => !problems.some((known) => covers(known.field, field)),
  )
  return invalidInput([...problems, ...further], 'Nothing was written.')
}

function contentProblems(app: App, draft: FileDraft): Problem[] {
  const items = (draft.items ?? []).map((item) => ({
    ...item,
    description: item.description ?? '…',
    unit_price: item.unit_price ?? '0',
  }))
  const taxes = draft.taxes?.map(({ id = '…', name = '…', rate = '0' }) => ({ id, name, rate }))
  const { kind = 'invoice' as Kind } = draft
  try {
    composeContent({ ...draft, kind, items, ...(taxes ? { taxes } : {}) }, someDefaults(app))
    return []
  } catch (error) {
    if (error instanceof PortalError && error.code === 'invalid_input') return error.details
    throw error
  }
}

function someDefaults(app: App): Parameters<typeof composeContent>[1] {
  const bill_to = { name: '', email: '', phone: '', address: [], country: '', tax_id: '' }
  const { locale } = app.config.business
  return { today: today(app), bill_to, tax_exempt: false, locale, config: app.config }
}

/** A field that is wrong itself, or lies within one that is. */
function covers(known: string, field: string): boolean {
  return field === known || field.startsWith(`${known}.`) || field.startsWith(`${known}[`)
}

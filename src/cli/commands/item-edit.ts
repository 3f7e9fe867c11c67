import { PortalError } from '../../domain/errors.ts'
import { editItem } from '../../usecases/edit-item.ts'
import { defineCommand } from '../command.ts'
import { itemFromOptions, itemOptions } from '../input/item-options.ts'
import { itemJson, itemWords } from '../output/item-view.ts'

export const itemEdit = defineCommand({
  arguments: { code: { says: 'of the item' } },
  options: {
    code: { value: 'code', says: 'another code for it' },
    ...itemOptions,
    tax: { says: 'bears the taxes of documents again' },
  },
  examples: ['portal item edit labor --price 70'],
  notes: 'Documents made with it, and recurring invoices, keep the price they have.',
  async run(context, { code: item }, { code, tax, ...options }) {
    const changes = { ...itemFromOptions(options), ...(code === undefined ? {} : { code }) }
    if (tax) changes.taxed = true
    if (Object.keys(changes).length === 0) {
      throw new PortalError('usage', 'Say what to change.', 'See: portal item edit --help')
    }
    const app = await context.app()
    const edited = await editItem(app, { item, changes })
    return {
      json: itemJson(edited),
      text: () => `@${edited.code}: ${itemWords(app, edited)}`,
      next: 'portal item list',
    }
  },
})

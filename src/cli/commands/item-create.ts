import { createItem } from '../../usecases/create-item.ts'
import { defineCommand } from '../command.ts'
import { itemFromOptions, itemOptions } from '../input/item-options.ts'
import { itemJson, itemWords } from '../output/item-view.ts'

export const itemCreate = defineCommand({
  arguments: { code: { says: 'by which you call it, such as labor' } },
  options: itemOptions,
  examples: ['portal item create labor --description "Labor" --price 65 --unit hrs'],
  async run(context, { code }, options) {
    const app = await context.app()
    const item = await createItem(app, { ...itemFromOptions(options), code })
    return {
      json: itemJson(item),
      text: () => `@${item.code}: ${itemWords(app, item)}`,
      next: `portal invoice create --customer … --item "@${item.code}|1"`,
    }
  },
})

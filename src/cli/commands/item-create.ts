import type { App } from '../../app.ts'
import { PortalError } from '../../domain/errors.ts'
import { createItem } from '../../usecases/create-item.ts'
import { defineCommand } from '../command.ts'
import type { ItemAnswers } from '../guide/guide-item.ts'
import { itemFromOptions, itemOptions } from '../input/item-options.ts'
import { itemJson, itemWords } from '../output/item-view.ts'

export const itemCreate = defineCommand({
  arguments: { code: { optional: true, says: 'by which you call it, such as labor' } },
  options: itemOptions,
  examples: ['portal item create labor --description "Labor" --price 65 --unit hrs'],
  notes: 'On a terminal, what is missing is asked for.',
  async run(context, { code: named }, given) {
    const isWhole = ![named, given.description, given.price].includes(undefined)
    if (named === undefined && !context.canAsk()) throw noCode()
    const app = await context.app()
    const guided = !isWhole && context.canAsk() ? await guide(app, named, given) : undefined
    const { code, options } = guided ?? { code: named ?? '', options: given }
    const item = await createItem(app, { ...itemFromOptions(options), code })
    return {
      json: itemJson(item),
      text: ({ paint }) =>
        [
          `@${item.code}: ${itemWords(app, item)}`,
          ...(guided ? [paint.dim(`The same in one line: ${guided.line}`)] : []),
        ].join('\n'),
      next: `portal invoice create --customer … --item "@${item.code}|1"`,
    }
  },
})

function noCode(): PortalError {
  const message = '<code> is missing: by which you call it, such as labor.'
  return new PortalError('usage', message, 'See: portal item create --help')
}

async function guide(app: App, code: string | undefined, given: ItemAnswers) {
  const { guideItem } = await import('../guide/guide-item.ts')
  return guideItem(app, code, given)
}

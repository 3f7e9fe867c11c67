import { editItem } from '../../usecases/edit-item.ts'
import { defineCommand } from '../command.ts'
import { itemJson } from '../output/item-view.ts'

export const itemArchive = defineCommand({
  arguments: { code: { says: 'of the item' } },
  options: { restore: { says: 'bring back one that was archived' } },
  examples: ['portal item archive labor'],
  notes: 'Archived items are left out of lists; documents made with them stay as they are.',
  async run(context, { code: item }, { restore = false }) {
    const edited = await editItem(await context.app(), { item, archived: !restore })
    const { code } = edited
    return {
      json: itemJson(edited),
      text: () => (restore ? `@${code} is back in the list.` : `@${code} is archived.`),
      next: restore ? 'portal item list' : `portal item archive ${code} --restore`,
    }
  },
})

import { themeNames } from '../../open-app.ts'
import { defineCommand } from '../command.ts'
import { table } from '../output/table.ts'

export const themeList = defineCommand({
  arguments: {},
  options: {},
  examples: ['portal theme list'],
  notes: 'Themes lie in themes/ of the workspace and of the program; branding.theme chooses one.',
  async run(context) {
    const app = await context.app()
    const { theme } = app.config.branding
    const items = (await themeNames(app.dir)).map((name) => ({ name, in_use: name === theme }))
    return {
      json: { items, total: items.length },
      text: (paper) =>
        table(
          [
            { title: 'Theme', value: ({ name }) => name },
            { title: '', value: ({ in_use }) => (in_use ? 'in use' : ''), paint: paper.paint.good },
          ],
          items,
          paper,
        ),
      next: 'set branding.theme in config.yml, then: portal build',
    }
  },
})

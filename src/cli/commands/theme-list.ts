import { loadConfig } from '../../config/load.ts'
import { describeThemes } from '../../open-preview.ts'
import type { ThemeInfo } from '../../ports/theme.ts'
import { defineCommand } from '../command.ts'
import { table } from '../output/table.ts'

export const themeList = defineCommand({
  arguments: {},
  options: {},
  examples: ['portal theme list'],
  notes: 'Themes lie in themes/ of the workspace and of the program; branding.theme chooses one.',
  async run(context) {
    const dir = context.dir()
    const { config } = await loadConfig(dir, context.around.env)
    const { theme } = config.branding
    const { items: themes } = await describeThemes(dir)
    const items = themes.map((one) => ({ ...one, in_use: one.name === theme }))
    return {
      json: { items, total: items.length },
      text: (paper) =>
        table<(typeof items)[number]>(
          [
            { title: 'Theme', value: ({ name }) => name },
            { title: '', value: ({ in_use }) => (in_use ? 'in use' : ''), paint: paper.paint.good },
            { title: 'From', value: ({ from }) => places[from], spare: 1 },
            { title: 'Parent', value: ({ parent }) => parent ?? '', spare: 2 },
            {
              title: 'About',
              value: ({ description, problem }) => problem || description,
              paint: (text, { problem }) => (problem ? paper.paint.bad(text) : text),
              least: 14,
              wraps: true,
            },
          ],
          items,
          paper,
        ),
      next: 'portal theme preview, to see them all',
    }
  },
})

const places = {
  workspace: 'workspace',
  package: 'portal',
  both: 'portal + workspace',
} as const satisfies Record<ThemeInfo['from'], string>

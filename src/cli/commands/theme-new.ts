import { describeThemes } from '../../open-preview.ts'
import { packageDir } from '../../package-dir.ts'
import { newTheme } from '../../usecases/new-theme.ts'
import { defineCommand } from '../command.ts'

export const themeNew = defineCommand({
  arguments: { name: { says: 'small letters, digits and hyphens' } },
  options: { parent: { value: 'theme', says: 'what it begins as (classic)' } },
  examples: ['portal theme new my-look', 'portal theme new my-look --parent studio'],
  notes: 'Makes themes/<name>/ in the workspace: settings and stylesheets explained in comments.',
  async run(context, { name }, { parent = 'classic' }) {
    const dir = context.dir()
    const { items, lookOf } = await describeThemes(dir)
    const themes = items.map((theme) => theme.name)
    const made = newTheme({ dir, packageDir: packageDir(), name, parent, themes, lookOf })
    return {
      json: made,
      text: ({ paint }) =>
        [
          `The theme ${paint.bold(name)} is made; it looks like ${parent} until you change it.`,
          ...made.files.map((file) => `  themes/${name}/${file}`),
          '',
          `To use it, set branding.theme: ${name} in config.yml, then: portal build`,
        ].join('\n'),
      next: `portal theme preview ${name}`,
    }
  },
})

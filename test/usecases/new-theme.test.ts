import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { styleFault } from '../../src/render/find-fault.ts'
import { loadTheme } from '../../src/render/themes.ts'
import { newTheme } from '../../src/usecases/new-theme.ts'
import { packageDir } from '../render/rendering.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()

function make(dir: string, changes: { name?: string; parent?: string } = {}) {
  const themes = ['classic', 'studio']
  const lookOf = (name: string) => loadTheme(name, { workspaceDir: dir, packageDir }).settings
  return newTheme({
    dir,
    packageDir,
    name: 'my-look',
    parent: 'classic',
    themes,
    lookOf,
    ...changes,
  })
}

describe('a new theme', () => {
  test('looks like its parent until something is changed', () => {
    const dir = tempDir()
    const made = make(dir)
    expect(made.files.filter((file) => !existsSync(join(made.dir, file)))).toEqual([])
    const roots = { workspaceDir: dir, packageDir }
    const [own, parent] = [loadTheme('my-look', roots), loadTheme('classic', roots)]
    expect({ ...own.settings, description: '' }).toEqual({ ...parent.settings, description: '' })
    expect(styleFault('my-look', roots)).toBeUndefined()
    expect([...own.templates]).toEqual([...parent.templates])
    expect(own.screenCss.slice(parent.screenCss.length).replace(/\/\*[\s\S]*?\*\//g, '')).toMatch(
      /^\s*$/,
    )
  })

  test('explains every setting that there is, each with what its parent has for it', () => {
    const dir = tempDir()
    const file = join(make(dir, { parent: 'studio' }).dir, 'theme.yml')
    const yaml = readFileSync(file, 'utf8')
    const roots = { workspaceDir: dir, packageDir }
    const { settings } = loadTheme('my-look', roots)
    const names = [...Object.keys(settings), ...Object.keys(settings.light)]
    expect(names.filter((name) => !new RegExp(`^#? *${name}:`, 'm').test(yaml))).toEqual([])
    const proposed = yaml.replace(/^#(?=\w| {2})/gm, '')
    expect(parse(proposed)).toEqual({ ...settings, parent: 'studio' })
    writeFileSync(file, proposed)
    expect(loadTheme('my-look', roots).settings).toEqual(settings)
  })

  test('has styles in its comments that are whole', () => {
    const { dir } = make(tempDir())
    for (const name of ['theme.css', 'print.css']) {
      const css = readFileSync(join(dir, name), 'utf8').replace(/\/\*|\*\//g, '')
      expect(css.split('{').length, name).toBe(css.split('}').length)
    }
  })

  test.each(['', 'My Look', '../x', '.x', 'a/b', '-x', 'é', 'x'.repeat(41)])(
    'is not named %j',
    (name) => {
      const dir = tempDir()
      expect(() => make(dir, { name })).toThrow(/^name: must be small letters/)
      expect(readdirSync(dir)).toEqual([])
    },
  )

  test('needs a parent that there is', () => {
    expect(() => make(tempDir(), { parent: 'studo' })).toThrow(/did you mean studio\?/)
    expect(() => make(tempDir(), { parent: '' })).toThrow(/there are: classic, studio/)
  })

  test('never takes the place of another one, not even of one that is only half there', () => {
    const dir = tempDir()
    expect(() => make(dir, { name: 'classic' })).toThrow(/already/)
    mkdirSync(join(dir, 'themes', 'my-look'), { recursive: true })
    writeFileSync(join(dir, 'themes', 'my-look', 'mine.txt'), 'mine')
    expect(() => make(dir)).toThrow(/There is a theme "my-look" already/)
    expect(readdirSync(join(dir, 'themes'))).toEqual(['my-look'])
    expect(readdirSync(join(dir, 'themes', 'my-look'))).toEqual(['mine.txt'])
  })
})

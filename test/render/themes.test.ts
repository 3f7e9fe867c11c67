import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listThemes, loadTheme } from '../../src/render/themes.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { invoice } from './documents.ts'
import { packageDir, pageOf, renderer, textOf } from './rendering.ts'

const tempDir = tempDirs()

function workspace(files: Record<string, string>): string {
  const dir = tempDir()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  return dir
}

describe('a theme', () => {
  test('of the workspace replaces single templates of the classic one', async () => {
    const dir = workspace({
      'themes/classic/templates/partials/totals.eta': '<p>My own <%= it.sheet.totals.title %></p>',
    })
    const text = textOf(pageOf(await renderer({}, dir), invoice()))
    expect(text).toContain('My own Totals')
    expect(text).toContain('Invoice #INV-001')
  })

  test('adds its styles and settings to its parent’s', () => {
    const dir = workspace({
      'themes/loud/theme.yml': 'parent: classic\nlight: { paper: "#fffff0" }\ncorner: 0\n',
      'themes/loud/theme.css': 'h1 { letter-spacing: .1em }',
    })
    const theme = loadTheme('loud', { workspaceDir: dir, packageDir })
    expect(theme.settings).toMatchObject({ corner: 0, font: 'system' })
    expect(theme.settings.light).toMatchObject({ paper: '#fffff0', ink: '#1c1b19' })
    expect(theme.screenCss).toContain('.summary')
    expect(theme.screenCss.endsWith('h1 { letter-spacing: .1em }')).toBe(true)
  })

  test('publishes its files under names that change with their bytes', async () => {
    const dir = workspace({
      'themes/loud/theme.yml': 'parent: classic',
      'themes/loud/theme.css': '@font-face { font-family: Own; src: url(assets/own.woff2) }',
      'themes/loud/print.css': '@font-face { font-family: Own; src: url(assets/own.woff2) }',
      'themes/loud/assets/own.woff2': 'not really a font',
    })
    const made = await renderer({ branding: { theme: 'loud' } }, dir)
    const font = made.assets().find(({ content_type }) => content_type === 'font/woff2')
    const css = made.assets().find(({ name }) => name.startsWith('theme-'))
    expect(css?.bytes.toString()).toContain(`url("${font?.name}")`)
    expect(made.pdf(invoice())).toContain('url("data:font/woff2;base64,')
  })

  test('that does not exist is refused with the names of those that do', async () => {
    const dir = workspace({ 'themes/loud/theme.yml': '' })
    expect(listThemes({ workspaceDir: dir, packageDir })).toEqual([
      'classic',
      'compact',
      'loud',
      'studio',
      'trade',
    ])
    await expect(renderer({ branding: { theme: 'clasic' } }, dir)).rejects.toMatchObject({
      code: 'config_invalid',
      message: 'There is no theme "clasic". Available: classic, compact, loud, studio, trade.',
      hint: expect.stringContaining('Did you mean "classic"?'),
      details: [{ field: 'branding.theme' }],
    })
    expect(() => loadTheme('../themes/classic', { workspaceDir: dir, packageDir })).toThrow(
      'no theme',
    )
  })

  test.each([
    ['paper: blue', 'light: { paper: blue }', /light\.paper/],
    ['unknown settings', 'colour: 3', /colour/i],
    ['broken YAML', 'light: { paper', /theme\.yml/],
    ['an unknown parent', 'parent: nobody', /no theme "nobody"/],
    ['itself as parent', 'parent: loud', /its own ancestor/],
    ['unreadable text', 'light: { ink: "#bbbbbb" }', /contrast of 1\.\d on paper/],
  ])('with %s is refused', (_, yaml, message) => {
    const dir = workspace({ 'themes/loud/theme.yml': yaml })
    expect(() => loadTheme('loud', { workspaceDir: dir, packageDir })).toThrow(message)
  })

  test('whose template prints what is not there fails, with file and line', async () => {
    const dir = workspace({
      'themes/classic/templates/partials/totals.eta': '<p>\n<%= it.sheet.totals.nothing %></p>',
    })
    const made = await renderer({}, dir)
    expect(() => pageOf(made, invoice())).toThrow(/partials\/totals:2[\s\S]*not undefined/)
  })
})

describe('the fingerprint', () => {
  test('changes with templates, colours and what is shown, and with nothing else', async () => {
    const plain = await renderer()
    const same = await renderer({
      public_url: 'https://portal.example',
      mail: { from: 'a@b.example' },
    })
    expect(same.fingerprint).toBe(plain.fingerprint)
    const dir = workspace({ 'themes/classic/templates/partials/mark.eta': '' })
    const others = await Promise.all([
      renderer({}, dir),
      renderer({ branding: { color: '#aa0000' } }),
      renderer({ payments: { instructions: 'By check.' } }),
      renderer({ pdf: { page: 'A4' } }),
    ])
    const all = [plain, ...others].map(({ fingerprint }) => fingerprint)
    expect(new Set(all).size).toBe(5)
  })
})

test('lines grow with the letters, for whoever has set these larger: none is high in pixels', () => {
  const themes = listThemes({ workspaceDir: tempDir(), packageDir })
  const sheets = ['templates/styles/screen.css', ...themes.map((one) => `themes/${one}/theme.css`)]
  const fixed = sheets.flatMap((sheet) =>
    readFileSync(join(packageDir, sheet), 'utf8')
      .split('\n')
      .filter((line) => /line-height: \d+px|rem \/ \d+px/.test(line)),
  )
  expect(fixed).toEqual([])
})

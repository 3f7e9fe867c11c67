/** A fault of a theme is found where it is: the file, the line, and what is wrong there. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createRenderer } from '../../src/render/create-renderer.ts'
import { explainFault, styleFault } from '../../src/render/find-fault.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { invoice } from './documents.ts'
import { acme, packageDir, pageOf } from './rendering.ts'

const tempDir = tempDirs()

/** A workspace whose theme "loud" has these files; config.yml lies beside it. */
function workspace(files: Record<string, string>): string {
  const dir = tempDir()
  const all = { 'themes/loud/theme.yml': 'parent: classic\n', ...files }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  return dir
}

async function faultOf(workspaceDir: string, branding: Record<string, unknown> = {}) {
  const roots = { workspaceDir, packageDir }
  const config = acme({ branding: { theme: 'loud', ...branding } })
  try {
    pageOf(await createRenderer({ config, ...roots }), invoice())
  } catch (error) {
    return explainFault('loud', roots, error)
  }
  throw new Error('nothing was wrong')
}

const yml = 'themes/loud/theme.yml'
const eta = 'themes/loud/templates/partials/totals.eta'

describe('a fault', () => {
  test.each([
    ['broken YAML', { [yml]: 'parent: classic\nlight: { paper\n' }, yml, 2, /end with a }/],
    ['an unknown setting', { [yml]: 'parent: classic\n\nsize: 3\n' }, yml, 3, /size/],
    ['a bad colour', { [yml]: 'light:\n  ink: red\n' }, yml, 2, /must be a colour/],
    ['text that is hard to read', { [yml]: 'dark:\n  ink: "#111111"\n' }, yml, 2, /contrast/],
    ['an unknown parent', { [yml]: '# mine\nparent: clasic\n' }, yml, 2, /no theme "clasic"/],
    ['a tag without an end', { [eta]: '<p>\n<%= it.sheet\n</p>' }, eta, 2, /unclosed tag/],
    ['a block without an end', { [eta]: '\n\n<% if (it.sheet) { %>\nx' }, eta, 3, /never closed/],
    ['a bad expression', { [eta]: '<p>\n<% const = 3 %>' }, eta, 2, /Unexpected token/],
    ['a value that is not there', { [eta]: '\n<%= it.nothing %>' }, eta, 2, /not undefined/],
    ['an unknown part', { [eta]: "<%~ include('partials/no') %>" }, eta, 1, /partials\/no\.eta/],
  ])('such as %s is found', async (_, files, file, line, message) => {
    const fault = await faultOf(workspace(files))
    expect(fault).toMatchObject({ file, line })
    expect(fault.message).toMatch(message)
    expect(fault.excerpt.map((one) => one.line)).toContain(line)
  })

  test('of the configuration is found in config.yml', async () => {
    const dir = workspace({ 'config.yml': 'branding:\n  logo: no.png\n' })
    const fault = await faultOf(dir, { logo: 'no.png' })
    expect(fault).toMatchObject({ file: 'config.yml', line: 2 })
    expect(fault.message).toContain('branding.logo')
  })

  test.each([
    ['a file that is not there', 'a {}\n@font-face { src: url(assets/no.woff2) }', 2, /no\.woff2/],
    ['a rule without an end', 'a {\n  color: red;\n\nb { margin: 0 }', 1, /\{ is never closed/],
    ['an end too many', 'a {}\n}', 2, /closes nothing/],
    ['a comment without an end', '\n/* a { }', 2, /no end/],
    ['a quote without an end', 'a::before {\n  content: "x;\n}', 2, /closing quote/],
  ])('of a stylesheet such as %s is found', (_, css, line, message) => {
    const roots = { workspaceDir: workspace({ 'themes/loud/theme.css': css }), packageDir }
    const fault = styleFault('loud', roots)
    expect(fault).toMatchObject({ file: 'themes/loud/theme.css', line })
    expect(fault?.message).toMatch(message)
  })

  test('is nowhere in the stylesheets that come along', () => {
    const roots = { workspaceDir: workspace({}), packageDir }
    for (const theme of ['classic', 'loud']) expect(styleFault(theme, roots)).toBeUndefined()
  })
})

import { describe, expect, test } from 'vitest'
import type { Asset } from '../../src/ports/renderer.ts'
import { publishScripts } from '../../src/render/scripts.ts'
import { renderer } from './rendering.ts'

/** Names a script after its length, which is as good as a hash here. */
const publish = (name: string, bytes: Buffer): Asset => ({
  name: `${name.replace('.js', '')}-${bytes.length}.js`,
  bytes,
  content_type: 'text/javascript',
})

function published(files: Record<string, string>): Record<string, string> {
  const sources = Object.entries(files).map(([name, code]) => [name, Buffer.from(code)] as const)
  const made = publishScripts(new Map(sources), publish)
  return Object.fromEntries([...made].map(([name, { bytes }]) => [name, bytes.toString()]))
}

describe('scripts', () => {
  test('find each other under the names that they are published by', () => {
    const made = published({
      'a.js': `import b from './b.js'\nawait import("./c.js")\n`,
      'b.js': 'export default 1\n',
      'c.js': `import './b.js'\n`,
    })
    expect(made).toEqual({
      'a.js': `import b from './b-17.js'\nawait import("./c-19.js")\n`,
      'b.js': 'export default 1\n',
      'c.js': `import './b-17.js'\n`,
    })
  })

  test('that import what is not there, or each other in a circle, are left as they are', () => {
    expect(published({ 'a.js': `import './lost.js'\n` })['a.js']).toBe(`import './lost.js'\n`)
    const circle = published({ 'a.js': `import './b.js'\n`, 'b.js': `import './a.js'\n` })
    expect(circle['b.js']).toBe(`import './a.js'\n`)
  })

  test('lose lines that are only comments, and nothing else', () => {
    const code = `// why\nconst a = 'x' // why\n  /** what */\n  const url = 'https://a'\n/*! kept */\n`
    const left = `const a = 'x' // why\n  const url = 'https://a'\n/*! kept */\n`
    expect(published({ 'a.js': code })['a.js']).toBe(left)
  })
})

test('the library that draws is published whole, with its licence and without its map', async () => {
  const assets = (await renderer()).assets()
  const pad = assets.find(({ name }) => name.startsWith('signature-pad-'))
  const code = pad?.bytes.toString() ?? ''
  expect(pad?.content_type).toBe('text/javascript; charset=utf-8')
  expect(code).toContain('Released under the MIT license')
  expect(code).toContain('export')
  expect(code).not.toContain('sourceMappingURL')
  const draw = assets.find(({ name }) => name.startsWith('draw-'))
  expect(draw?.bytes.toString()).toContain(`from './${pad?.name}'`)
})

test('stylesheets lose the space that only people need, but none that is quoted', async () => {
  const css = (await renderer()).assets().find(({ name }) => name.startsWith('theme-'))
  const text = css?.bytes.toString() ?? ''
  expect(text).not.toMatch(/\n|\/\*|\{ | \}|; /)
  expect(text).toContain('@media (min-width:30rem)')
  expect(text).toContain('"Snell Roundhand"')
})

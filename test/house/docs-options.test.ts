import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isMap, isPair, type Pair, parseDocument, visit } from 'yaml'
import { checkConfig } from '../../src/config/check.ts'
import { configSchema } from '../../src/config/schema.ts'
import { root } from '../support/source-imports.ts'

const example = readFileSync(join(root, 'config.example.yml'), 'utf8')
const defaults = configSchema.parse({})

test('config.example.yml has every option with its default, and no other', () => {
  expect(parseDocument(example).toJS()).toEqual(defaults)
})

test('what config.example.yml says is accepted', () => {
  const { config, problems } = checkConfig(parseDocument(example).toJS(), {})
  expect(problems).toEqual([])
  expect(config).toEqual(checkConfig({}, {}).config)
})

test('every section of config.example.yml says what it is for', () => {
  expect(sectionsWithoutComment()).toEqual([])
})

/** Sections whose own line has a comment neither above nor behind. */
function sectionsWithoutComment(): string[] {
  const bare: string[] = []
  visit(parseDocument(example), {
    Pair(_, pair, path) {
      const depth = path.filter(isPair).length
      if (depth === 0 && isMap(pair.value) && !hasComment(pair)) bare.push(String(pair.key))
    },
  })
  return bare
}

function hasComment({ key, value }: Pair): boolean {
  return [key, value].some((node) => {
    const { comment, commentBefore } = (node ?? {}) as { comment?: string; commentBefore?: string }
    return Boolean(comment || commentBefore)
  })
}

/** What the documentation says is there: links, pictures, commands with their options, settings, messages. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
// @ts-expect-error scripts have no types
import { listShots } from '../../scripts/shots/list.mjs'
import { globalOptions } from '../../src/cli/global-options.ts'
import { commands } from '../../src/cli/registry.ts'
import { configSchema } from '../../src/config/schema.ts'
import { isRecord, type Tree } from '../../src/config/tree.ts'
import { root, sourceFiles } from '../support/source-imports.ts'

const guides = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => `docs/${path}`)
const pages = ['README.md', 'CONTRIBUTING.md', 'src/README.md', ...guides]
/** Decisions tell of their day. */
const current = pages.filter((path) => !path.startsWith('docs/decisions/'))
const texts = new Map(pages.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
const mostImageBytes = 160_000

test('links between documents lead somewhere', () => {
  const lost = pages.flatMap((path) => {
    const targets = [...textOf(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    const own = targets.filter((target) => !/^[a-z]+:|^#/.test(target))
    return own
      .filter((target) => !existsSync(join(root, dirname(path), target.replace(/#.*/, ''))))
      .map((target) => `${path}: ${target}`)
  })
  expect(lost).toEqual([])
})

test('every guide begins with its title, for the list of portal docs', () => {
  expect(guides.filter((path) => !/^# \S/.test(textOf(path)))).toEqual([])
})

test('every guide for owners is linked in the README', () => {
  const topics = guides.filter((path) => path.split('/').length === 2)
  const bare = topics.filter((path) => !textOf('README.md').includes(`](${path})`))
  // How fast it is matters to those who work on it.
  expect(bare.filter((path) => path !== 'docs/benchmarks.md')).toEqual([])
})

test('every picture is one that npm run docs:shots makes, and small', () => {
  const all = readdirSync(join(root, 'docs/images'))
  const files = all.filter((name) => name !== 'shown.json').sort()
  const made = listShots().map(({ name }: { name: string }) => `${name}.png`)
  expect(files).toEqual(made.sort())
  const large = files.filter((name) => bytesOf(`docs/images/${name}`) > mostImageBytes)
  expect(large).toEqual([])
  const written = [...texts.values()].join('\n')
  expect(files.filter((name) => !written.includes(`images/${name})`))).toEqual([])
})

test('commands and options that a document names exist', async () => {
  const lines = current.flatMap((path) => commandLines(textOf(path)))
  expect(lines.length).toBeGreaterThan(200)
  const wrong = await Promise.all(lines.map(faultOf))
  expect(wrong.filter((fault) => fault !== undefined)).toEqual([])
})

test('settings that a document names exist', () => {
  const sections = Object.keys(defaults).join('|')
  const inline = new RegExp(`\`((?:${sections})\\.[a-z_.]+)\``, 'g')
  const named = current.flatMap((path) => [
    ...[...textOf(path).matchAll(inline)].map(([, option = '']) => option),
    ...[...textOf(path).matchAll(/^```yaml\n(.*?)^```$/gms)].flatMap(([, block = '']) =>
      pathsInBlock(block),
    ),
  ])
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((option) => !known.has(option))).toEqual([])
})

test('what a guide quotes of messages is what is said', () => {
  const said = sourceFiles()
    .map((path) => readFileSync(join(root, 'src', path), 'utf8'))
    .join('\n')
  const quoted = textOf('docs/troubleshooting.md').matchAll(/"([A-Z][^"]{12,})"/g)
  const pieces = [...quoted].flatMap(([, quote = '']) => quote.split('…').map((one) => one.trim()))
  expect(pieces.length).toBeGreaterThan(4)
  expect(pieces.filter((piece) => !said.includes(piece))).toEqual([])
})

const defaults = configSchema.parse({})
const known = new Set(optionPaths(defaults))

function textOf(path: string): string {
  return texts.get(path) ?? ''
}

function bytesOf(path: string): number {
  return statSync(join(root, path)).size
}

/** What stands behind "portal" in code, up to the end of the command. */
function commandLines(text: string): string[] {
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block = '']) =>
    block.replaceAll(/\\\n\s*/g, '').split('\n'),
  )
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
  return [...blocks, ...spans].flatMap((line) => {
    const [, command] = /(?:^|&& |\| |npx )portal ((?:[^#|&']|'[^']*')+)/.exec(line) ?? []
    return command ? [command.trim()] : []
  })
}

/** Undefined where the command and its options are there. */
async function faultOf(line: string): Promise<string | undefined> {
  const words = line.match(/"[^"]*"|'[^']*'|\S+/g) ?? []
  const plain = words.filter((word, i) => !word.startsWith('-') && words[i - 1] !== '--dir')
  const [group = '', verb = ''] = plain
  if (group.startsWith('<') || group === '…' || plain.length === 0) return undefined
  const names = Object.keys(commands)
  const name = [`${group} ${verb}`, group].find((one) => names.includes(one))
  if (!name) return names.some((one) => one.startsWith(`${group} `)) ? undefined : line
  const options = (await (commands as Registry)[name]?.load())?.options ?? {}
  const there = [...Object.keys(options), ...globals, 'help', 'version']
  const asked = words.flatMap((word) => /^--([a-z][a-z-]*)/.exec(word)?.[1] ?? [])
  return asked.every((option) => there.includes(option)) ? undefined : line
}

type Registry = Record<string, { load(): Promise<{ options: object }> }>
const globals = Object.keys(globalOptions)

/** Blocks that speak of config.yml; others are documents or lists. */
function pathsInBlock(block: string): string[] {
  const value = parse(block.replaceAll('…', 'x'))
  const isConfig = isRecord(value) && Object.keys(value).every((key) => key in defaults)
  return isConfig ? optionPaths(value) : []
}

function optionPaths(node: Tree, path: string[] = []): string[] {
  if (!isRecord(node)) return []
  return Object.entries(node).flatMap(([key, value]) => {
    const here = [...path, key]
    return [here.join('.'), ...(isOpen(here) ? [] : optionPaths(value, here))]
  })
}

/** Options whose default is null have parts of their own. */
function isOpen(path: string[]): boolean {
  return ['mail.dkim', 'documents.deposit'].includes(path.join('.'))
}

import { execFileSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import { overview } from '../../src/cli/help.ts'
import { commands } from '../../src/cli/registry.ts'
import { portalBin, portalWorkspaces, runPortal, type Workspace } from '../support/run-portal.ts'

const makeWorkspace = portalWorkspaces()
let w: Workspace
beforeAll(async () => {
  w = await makeWorkspace()
})

describe('help', () => {
  test.each(Object.entries(commands))(
    '%s has a summary and an example that names it',
    async (name, { summary, load }) => {
      const { examples } = await load()
      expect(summary).not.toBe('')
      for (const example of examples) expect(example).toContain(`portal ${name}`)
    },
  )

  test('lists every command', () => {
    const words = [...new Set(Object.keys(commands).map((name) => name.split(' ')[0] ?? ''))]
    const help = overview('', 80)
    for (const word of words) expect(help).toMatch(new RegExp(`^ {2}${word} `, 'm'))
  })

  test('of one command shows its options and an example', async () => {
    const { code, stdout } = await w.run('invoice', 'create', '--help')
    expect(code).toBe(0)
    expect(stdout).toContain('--item <description|quantity|price[|unit]>')
    expect(stdout).toContain('Examples:\n  portal invoice create')
  })

  test('needs no workspace, and nothing else on the command line', async () => {
    const { code, stdout } = await runPortal('/', ['invoice', 'show', '-h'])
    expect(code).toBe(0)
    expect(stdout).toContain('Usage: portal invoice show [options] <number>')
  })

  test('comes as one JSON document when asked so', async () => {
    expect((await w.json('--help')).json().help).toContain('portal <command>')
    expect((await w.json('--version')).json()).toEqual({ version: expect.any(String) })
  })
})

describe('a wrong command line ends with 2 and says what was meant', () => {
  const cases: [string[], message: string, hint: string][] = [
    [['invoic', 'list'], 'There is no command "invoic".', 'Did you mean: portal invoice'],
    [['invoice', 'lst'], 'There is no command "invoice lst".', 'Did you mean: portal invoice list'],
    [['invoice'], 'Say what to do with portal invoice.', 'It can: create, import, list'],
    [['--jsn', 'invoice', 'list'], 'portal has no option --jsn', 'Did you mean: --json'],
    [['invoice', 'list', '--stat', 'sent'], 'has no option --stat', 'Did you mean: --state'],
    [['invoice', 'show'], '<number> is missing', 'portal invoice show --help'],
    [['invoice', 'show', 'INV-001', 'INV-002'], 'does not expect "INV-002"', 'quotes'],
    [['invoice', 'list', '--customer'], '--customer needs a value', '--help'],
    [['customer', 'show', '--customer', '--json'], 'has no option --customer', ''],
    [['shares', 'revoke'], 'Name a link or a document', ''],
    [['invoice', 'edit', 'INV-001'], 'Say what to change', 'portal invoice edit --help'],
  ]
  test.each(cases)('%j', async (args, message, hint) => {
    const { code, json, stderr } = await w.json(...args)
    const { error } = json()
    expect(code).toBe(2)
    expect(error.code).toBe('usage')
    expect(error.message).toContain(message)
    expect(error.hint).toContain(hint)
    expect(stderr).toBe('')
  })

  test('for people on stderr, with nothing on stdout', async () => {
    const { code, stdout, stderr } = await w.run('invoice', 'lst')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe(
      'Error: There is no command "invoice lst".\nDid you mean: portal invoice list\n',
    )
  })
})

describe('global options', () => {
  test('stand before, between and after the words of the command', async () => {
    const before = await w.run('--json', 'invoice', 'list')
    const between = await w.run('invoice', '--json', 'list')
    const after = await w.run('invoice', 'list', '--json')
    for (const ran of [before, between, after]) expect(ran.json()).toEqual({ items: [], total: 0 })
  })

  test('--dir wins over PORTAL_DIR, and a folder below the workspace finds it', async () => {
    const elsewhere = await w.json('invoice', 'list', '--dir', '/nonexistent')
    expect(elsewhere.code).toBe(3)
    expect(elsewhere.json().error.message).toContain('--dir')
    const below = await runPortal(w.dir, ['invoice', 'list', '--json'], {
      cwd: w.dir,
      env: { PORTAL_DIR: '' },
    })
    expect(below.json()).toEqual({ items: [], total: 0 })
  })

  test('--quiet leaves out the next step', async () => {
    expect((await w.run('status')).stdout).toContain('Next: ')
    expect((await w.run('status', '--quiet')).stdout).not.toContain('Next: ')
  })

  test('no colour reaches a pipe', async () => {
    const { stdout } = await runPortal(w.dir, ['status'], { env: { FORCE_COLOR: '1' } })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what it looks for
    expect(stdout).not.toMatch(/\u001b/)
  })
})

test('a reader that has read enough ends the program without a word', () => {
  const command = `"${process.execPath}" "${portalBin}" invoice create --help | head -1`
  expect(execFileSync('sh', ['-c', command], { encoding: 'utf8' })).toContain('Usage:')
})

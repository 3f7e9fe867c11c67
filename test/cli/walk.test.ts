/** Every command there is: its help, its JSON, how it ends. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandHelp } from '../../src/cli/command-help.ts'
import type { Surroundings } from '../../src/cli/context.ts'
import { overview } from '../../src/cli/help.ts'
import { textWidth } from '../../src/cli/output/text-width.ts'
import { type CommandName, commands } from '../../src/cli/registry.ts'
import { run } from '../../src/cli/run.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

const names = Object.keys(commands) as CommandName[]

let t: TestApp
let elsewhere: string

beforeAll(async () => {
  t = await openTestApp({ mail: { transport: 'file' } })
  elsewhere = mkdtempSync(join(tmpdir(), 'portal-walk-'))
})
afterAll(async () => {
  await t.close()
  rmSync(elsewhere, { recursive: true, force: true })
})

/** A command line in this process, with nobody at the terminal. */
async function portal(argv: string[], dir: string | undefined) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  stdin.end()
  const clock = { PORTAL_TEST: '1', PORTAL_NOW: '2025-01-15T15:00:00Z' }
  const env = { ...clock, PATH: process.env.PATH, ...(dir ? { PORTAL_DIR: dir } : {}) }
  const around = { env, cwd: elsewhere, stdin, stdout, stderr } as unknown as Surroundings
  const code = await run(argv, around)
  return { code, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') }
}

describe.each(names)('portal %s', (name) => {
  test('has a help with an example, options and exit codes, as text and as JSON', async () => {
    const { code, stdout, stderr } = await portal([...name.split(' '), '--help'], undefined)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`Usage: portal ${name}`)
    expect(stdout).toMatch(new RegExp(`^Examples?:\\n {2}portal ${name}`, 'm'))
    expect(stdout).toContain('--json')
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('Exit: 0 done, 1 ')
    const json = await portal([...name.split(' '), '--help', '--json'], undefined)
    expect(JSON.parse(json.stdout)).toEqual({ help: stdout.trimEnd() })
  })

  test('has a help that fits on 40 columns, with all its words', async () => {
    const command = await commands[name].load()
    const inColumns = (columns: number) =>
      commandHelp(name, commands[name].summary, command, columns).split(/^Examples?:\n/m)
    const [says = '', examples = ''] = inColumns(40)
    expect(widerThan40(says)).toEqual([])
    /* A value in quotes stays whole, whatever its length. */
    expect(widerThan40(examples).filter((row) => !row.startsWith('    '))).toEqual([])
    expect(says.split(/\s+/)).toEqual(inColumns(400)[0]?.split(/\s+/))
    const asShellsRead = examples.replaceAll(/ \\\n {4}/g, ' ')
    for (const example of command.examples) expect(asShellsRead).toContain(`  ${example}\n`)
  })

  test('an option that it does not have ends with 2, and names the one that was meant', async () => {
    const { code, stdout } = await portal([...name.split(' '), '--jsom', '--json'], undefined)
    expect(code).toBe(2)
    expect(JSON.parse(stdout).error).toMatchObject({ code: 'usage', hint: 'Did you mean: --json' })
  })
})

test('the lists of commands fit on 40 columns', () => {
  const groups = names.filter((name) => name.includes(' ')).map((name) => name.split(' ')[0] ?? '')
  for (const group of ['', ...new Set(groups)])
    expect(widerThan40(overview(group, 40)), group).toEqual([])
})

/** These do not come back, or make a workspace of their own; their own tests have them. */
const apart: readonly string[] = ['serve', 'demo', 'init', 'theme preview']

test.each(names.filter((name) => !apart.includes(name)))(
  'portal %s prints one JSON document and ends as documented, whatever it is given',
  async (name) => {
    const folder = mkdtempSync(join(elsewhere, 'a-'))
    mkdirSync(join(folder, 'there'))
    const command = await commands[name].load()
    const words = Object.entries(command.arguments)
      .filter(([, { optional }]) => !optional)
      .map(([argument]) => (argument === 'file' ? join(folder, 'absent.file') : 'NONE-999'))
    for (const given of [[], words]) {
      const { code, stdout } = await portal([...name.split(' '), ...given, '--json'], t.dir)
      expect([0, 1, 2, 3]).toContain(code)
      const json = JSON.parse(stdout)
      if (json.error) {
        expect(json.error).toMatchObject({ message: expect.any(String), hint: expect.any(String) })
        expect(json.error.code).not.toBe('internal')
        expect(code).not.toBe(0)
      }
    }
  },
)

describe('the examples of the help', () => {
  beforeAll(async () => {
    const words = (line: string) => portal(shellWords(line), t.dir)
    await words('customer create --name "John Smith" --email john@example.com')
    await words('item create labor --description Labor --price 65')
    for (let i = 0; i < 3; i++) {
      await words('invoice create --customer "John Smith" --item "Labor|1|500" --send')
      await words('estimate create --customer "John Smith" --item "Labor|1|500" --send')
    }
    await words('recurring create --like INV-001 --every month')
    await words('payment record INV-001 --amount 100 --method cash')
  })

  test.each(names.filter((name) => !apart.includes(name)))(
    'portal %s run as they stand there',
    async (name) => {
      for (const example of (await commands[name].load()).examples) {
        /* What goes to standard output does not go with --json. */
        if (example.includes('--out -')) continue
        const [, ...argv] = shellWords(example.replace(/ (?:[<>]|&&) .*/, ''))
        const { stdout } = await portal([...argv, '--yes', '--json'], t.dir)
        const { error } = JSON.parse(stdout)
        /* Ids and files are made up, and what one did is done; but each is understood. */
        expect(['usage', 'internal', 'needs_confirmation'], example).not.toContain(error?.code)
        const fields = (error?.details ?? []).map(({ field }: { field: string }) => field)
        expect(['file', 'from', 'scan', 'map[0]', 'customer', 'site'], example).toEqual(
          expect.arrayContaining(fields),
        )
      }
    },
  )
})

function widerThan40(text: string): string[] {
  return text.split('\n').filter((row) => textWidth(row) > 40)
}

/** The words of a command line without variables, as a shell splits them. */
function shellWords(line: string): string[] {
  return [...line.matchAll(/(?:"[^"]*"|\S)+/g)].map(([word]) => word.replaceAll('"', ''))
}

/** `edit` without options: the owner's editor, whose part a script plays. */
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { portalWorkspaces, type Workspace } from '../support/run-portal.ts'
import { noTerminal, openTerminal, type Terminal } from '../support/terminal.ts'

const makeWorkspace = portalWorkspaces()
let w: Workspace
let at: Terminal

beforeEach(async () => {
  w = await makeWorkspace()
  await w.json('customer', 'create', '--name', 'John Smith', '--email', 'john@example.com')
  await w.json(
    ...['invoice', 'create', '--customer', 'John Smith', '--tax', 'Tax:8', '--notes', 'Hello'],
    ...['--item', 'Labor|40|65|hrs', '--item', 'Permit|1|120.50'],
  )
})
afterEach(() => at?.close())

/** An editor that makes one change after the other, and keeps each text as it found it. */
function edits(args: string[], ...changes: string[]): Terminal {
  const editor = join(w.dir, 'editor')
  const steps = changes.map((change, i) => `${i + 1}) ${change} ;;`).join('\n')
  writeFileSync(
    editor,
    `#!/bin/sh
n=$(($(cat '${w.dir}/n' 2>/dev/null || echo 0) + 1)); echo $n > '${w.dir}/n'
cp "$1" '${w.dir}/seen-'$n
case $n in\n${steps}\nesac\n`,
  )
  chmodSync(editor, 0o755)
  return openTerminal(w.dir, args, { env: { EDITOR: editor, VISUAL: '' } })
}

const seen = (n: number) => readFileSync(join(w.dir, `seen-${n}`), 'utf8')
const invoice = async () => (await w.json('invoice', 'show', 'INV-001')).json()

/** Without tmux these say why they did not run. */
describe.skipIf(noTerminal)(`at a terminal${noTerminal ? `: ${noTerminal}` : ''}`, () => {
  test('a document stands in the editor with comments, and what is changed is written', async () => {
    at = edits(
      ['invoice', 'edit', 'INV-001'],
      `sed -i 's/quantity: 40/quantity: 41/; s/^notes: Hello/notes: "Thanks: bye"/' "$1"`,
    )
    await at.sees('exit 0')
    expect(seen(1)).toContain('# the day by which it is to be paid\ndue_on: 2025-')
    expect(seen(1)).toContain('quantity: 40\n    unit_price: 65\n    unit: hrs')
    const { items, notes, total_minor } = await invoice()
    expect([items[0].quantity, items[1].unit_price, notes]).toEqual(['41', '120.50', 'Thanks: bye'])
    expect(total_minor).toBe(Math.round((41 * 6500 + 12_050) * 1.08))
  })

  test('a number with a slash is a name of a file as well', async () => {
    await w.json(
      ...['invoice', 'create', '--number', '2025/7', '--customer', 'John Smith'],
      ...['--item', 'Work|1|10'],
    )
    at = edits(['invoice', 'edit', '2025/7'], `sed -i 's/unit_price: 10/unit_price: 11/' "$1"`)
    await at.sees('exit 0')
    expect((await w.json('invoice', 'show', '2025/7')).json().total_minor).toBe(1100)
  })

  test('what will not do is said at the top, all at once, and the editor opens again', async () => {
    at = edits(
      ['invoice', 'edit', 'INV-001'],
      `sed -i 's/quantity: 40/quantity: many/; s/^due_on: .*/due_on: soon/' "$1"`,
      `sed -i 's/quantity: many/quantity: 2/; s/^due_on: .*/due_on: 2025-02-01/' "$1"`,
    )
    const screen = await at.sees(/exit \d/)
    expect(screen).toContain('exit 0')
    expect(seen(2)).toMatch(/^#! 2 things are not right yet/)
    expect(seen(2)).toContain('#! items[0].quantity: must be')
    expect(seen(2)).toContain('#! due_on: must be')
    const { items, due_on } = await invoice()
    expect([items[0].quantity, due_on]).toEqual(['2', '2025-02-01'])
  })

  test('what is no YAML comes back too; who leaves it as it is loses neither text nor document', async () => {
    const before = await invoice()
    at = edits(['invoice', 'edit', 'INV-001'], `printf 'items: [\\n' > "$1"`, 'true')
    const screen = (await at.sees('exit 2')).replaceAll('\n', '')
    expect(seen(2)).toContain('#! ')
    const [, path = ''] = /What you wrote is in (\/\S*INV-001\.yml)/.exec(screen) ?? []
    expect(existsSync(path)).toBe(true)
    rmSync(dirname(path), { recursive: true })
    expect(await invoice()).toEqual(before)
  })

  test('unchanged or emptied means no', async () => {
    const before = await w.json('timeline', 'INV-001')
    at = edits(['invoice', 'edit', 'INV-001'], 'true', `: > "$1"`)
    await at.sees('INV-001 stays as it was.')
    await at.sees('exit 0')
    at.close()
    at = openTerminal(w.dir, ['invoice', 'edit', 'INV-001'], {
      env: { EDITOR: join(w.dir, 'editor'), VISUAL: '' },
    })
    await at.sees('INV-001 stays as it was.')
    expect((await w.json('timeline', 'INV-001')).json()).toEqual(before.json())
  })

  test('an editor that fails changes nothing', async () => {
    at = edits(['invoice', 'edit', 'INV-001'], `sed -i 's/40/50/' "$1"; exit 1`)
    expect(await at.sees('exit 2')).toContain('could not be used')
    expect((await invoice()).items[0].quantity).toBe('40')
  })

  test('a customer too', async () => {
    at = edits(
      ['customer', 'edit', 'john@example.com'],
      `sed -i 's/^phone: .*/phone: "+1 555 0177"/; s/^address: .*/address: [1 Main St, Springfield]/' "$1"`,
    )
    await at.sees('exit 0')
    const customer = (await w.json('customer', 'show', 'John Smith')).json()
    expect(customer.phone).toBe('+1 555 0177')
    expect(customer.address).toEqual(['1 Main St', 'Springfield'])
  })
})

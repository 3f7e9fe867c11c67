/** Lists on a terminal as narrow as a phone: each row is one line of the screen. */
import { beforeAll, describe, expect, test } from 'vitest'
import { textWidth } from '../../src/cli/output/text-width.ts'
import { noScript, rawTerminal } from '../support/raw-terminal.ts'
import { portalWorkspaces, type Workspace } from '../support/run-portal.ts'

const makeWorkspace = portalWorkspaces()
let w: Workspace
const columns = 40

describe.skipIf(noScript)(`on ${columns} columns${noScript ? `: ${noScript}` : ''}`, () => {
  beforeAll(async () => {
    w = await makeWorkspace()
    const customer = ['--customer', 'Müller & Söhne Baugesellschaft <buchhaltung@mueller.example>']
    const item = ['--item', 'Scaffolding for the north side|1|12345.00']
    await w.run('invoice', 'create', ...customer, ...item, '--tax', 'VAT:19', '--send')
    await w.run('recurring', 'create', '--like', 'INV-001', '--every', '3 months')
  })

  test.each([
    ['invoice list', 'INV-001'],
    ['customer list', 'Müller'],
    ['outbox list', 'msg_'],
    ['shares list', 'sh_'],
    ['recurring list', 'rec_'],
    ['report journal', 'Sales'],
    ['theme list', 'classic'],
    ['status', '\n  paid'],
  ])('portal %s fits', async (line, shows) => {
    const raw = await rawTerminal(w.dir, [...line.split(' '), '--quiet'], {
      columns,
      env: { NO_COLOR: '1' },
    })
    expect(raw).toContain(shows)
    expect(raw.split(/\r?\n/).filter((row) => textWidth(row) > columns)).toEqual([])
  })
})

/** A small contractor's portal as its owner sets it up: by commands, with a mail server of its own. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { DocumentJson } from '../../src/domain/document-json.ts'
import { openCli, type PortalCli } from '../support/portal-cli.ts'
import { openSlowWire } from '../support/slow-wire.ts'
import { openSmtpInbox, type SmtpInbox } from '../support/smtp-inbox.ts'

export type Acme = {
  portal: PortalCli
  inbox: SmtpInbox
  /** A folder around the workspace, for what belongs to the test. */
  folder: string
  /** Where customers reach the portal; `portal serve` listens there. */
  url: string
  /** Moves the business clock, also of what runs already. */
  setNow(instant: string): Promise<void>
  close(): Promise<void>
}

export type AcmeOptions = {
  /** Of the business: what pages say that belong to no customer. */
  locale?: string
  /** Merged over config.yml. */
  config?: Record<string, unknown>
  /** How far away the mail server seems to be. */
  mailLatencyMs?: number
  /** Every command is a process of its own: for tests of what the owner does, not only of what comes of it. */
  spawned?: boolean
}

export const customer = 'john.smith@example.com'

const items = [
  { description: 'Kitchen remodel', quantity: '1', unit_price: '5000' },
  { description: 'Labor', quantity: '40', unit: 'hrs', unit_price: '65' },
  { description: 'Materials', quantity: '1', unit_price: '1500' },
]
const taxes = [{ id: 'T', name: 'Tax', rate: '8' }]
const common = { customer, issued_on: '2025-01-15', taxes, items }

/** $9,828.00, due January 30, 2025, as an input file. */
export const invoiceFile = stringify({ ...common, due_on: '2025-01-30' })

/** $9,828.00, half of it as deposit, as an input file. */
export const estimateFile = stringify({
  ...common,
  valid_until_on: '2025-01-29',
  deposit: { percent: '50' },
})

/** From an empty folder to a business with one customer; it is January 15, 2025. */
export async function openAcme(options: AcmeOptions = {}): Promise<Acme> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-e2e-'))
  const inbox = await openSmtpInbox()
  const wire = await openSlowWire(inbox.smtp.port, options.mailLatencyMs ?? 0)
  const clock = join(folder, 'now')
  const setNow = (instant: string) => writeFile(clock, instant)
  await setNow('2025-01-15T15:00:00Z')
  const dir = join(folder, 'acme')
  const here = !options.spawned
  const portal = openCli(dir, { PORTAL_TEST: '1', PORTAL_NOW: `@${clock}` }, { here })
  const url = `http://127.0.0.1:${await freePort()}`
  await portal.json([...initArguments, '--public-url', url, '--locale', options.locale ?? 'en-US'])
  await changeConfig(dir, {
    mail: { transport: 'smtp', smtp: { host: '127.0.0.1', port: wire.port, security: 'none' } },
    ...options.config,
  })
  await portal.json(['customer', 'create', '--name', 'John Smith', '--email', customer])
  return {
    portal,
    inbox,
    folder,
    url,
    setNow,
    close: async () => {
      await wire.close()
      await inbox.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const initArguments = [
  ...['init', '--yes', '--name', 'Acme Remodeling', '--email', 'office@acme.example'],
  ...['--currency', 'USD', '--time-zone', 'America/New_York'],
]

/** Writes over sections of config.yml, as an owner with an editor does. */
export async function changeConfig(dir: string, changes: Record<string, unknown>): Promise<void> {
  const path = join(dir, 'config.yml')
  const before = parse(await readFile(path, 'utf8'))
  const after = Object.entries(changes).map(([section, values]) => [
    section,
    typeof values === 'object' ? { ...before[section], ...values } : values,
  ])
  await writeFile(path, stringify({ ...before, ...Object.fromEntries(after) }))
}

/** Enters a document from an input file on standard input. */
export function enter(
  portal: PortalCli,
  kind: 'invoice' | 'estimate',
  file = kind === 'invoice' ? invoiceFile : estimateFile,
): Promise<DocumentJson> {
  return portal.json<DocumentJson>([kind, 'create', '--from', '-'], { stdin: file })
}

export function show(portal: PortalCli, number: string): Promise<DocumentJson> {
  const command = number.startsWith('EST') ? 'estimate' : 'invoice'
  return portal.json<DocumentJson>([command, 'show', number])
}

/** The types of a document's events, oldest first. */
export async function story(portal: PortalCli, number: string): Promise<string[]> {
  const { events } = await portal.json<{ events: { type: string }[] }>(['timeline', number])
  return events.map(({ type }) => type)
}

/** Sends a document by mail and gives the link that the mail carries. */
export async function send(portal: PortalCli, number: string): Promise<string> {
  const { results } = await portal.json<{ results: { url: string }[] }>(['send', number])
  return results[0]?.url ?? ''
}

/** A port that nothing listened on a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import type { App } from '../app.ts'
import { today } from '../app.ts'
import { setConfigValue, writeConfig } from '../config/write.ts'
import { addDays, startOfDay } from '../domain/dates.ts'
import type { Document, ShownState } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { shareUrl } from '../domain/link.ts'
import { isLoopback } from '../domain/public-url.ts'
import { standing } from '../domain/standing.ts'
import { tokenFor } from '../domain/token.ts'
import { getDocument } from '../store/documents.ts'
import { listDocuments } from '../store/list-documents.ts'
import { listShares } from '../store/shares.ts'
import { buildSite } from './build-site.ts'
import { createDocuments } from './create-documents.ts'
import { decideDocument } from './decide-document.ts'
import { deliverPaymentMail } from './deliver-payment-mail.ts'
import { type DemoDocument, demoConfig, demoDocuments } from './demo-data.ts'
import { recordPayment } from './record-payment.ts'
import { recordViewed } from './record-viewed.ts'
import { sendDocuments } from './send-documents.ts'

export type Demo = {
  dir: string
  url: string
  mail_dir: string
  documents: { number: string; kind: string; state: ShownState; url: string }[]
}

export type DemoInput = {
  dir: string
  /** Where to serve; without it 4180, or the next free one. */
  port?: number
  /** Begins anew. */
  reset?: boolean
  packageDir: string
  /** Makes the empty workspace, as `portal init` does. */
  init: (dir: string) => Promise<void>
  open: (dir: string) => Promise<App>
  say: (line: string) => void
}

const firstPort = 4180
/** Marks a folder as the demo's own, so that `--reset` never removes anything else. */
const marker = '.portal-demo'
const about = 'This folder is the demo of portal; it may be deleted.\n'
const unfinished = 'It is in the making.\n'

/**
 * Makes the demo workspace with the same use cases that the commands use, at the dates its story needs.
 * A demo that is there already is kept as it is, its config.yml too; one that was left unfinished is begun
 * anew.
 */
export async function makeDemo(input: DemoInput): Promise<{ app: App; demo: Demo; port: number }> {
  const { dir, say } = input
  if (input.reset || (await isUnfinished(dir))) await removeDemo(dir)
  const isNew = !existsSync(join(dir, marker))
  if (isNew) {
    say(`Making a demo workspace in ${dir}`)
    await beginDemo(input)
  }
  const { app, port } = await openAtPort(input)
  try {
    if (isNew) for (const document of demoDocuments) await enter(app, document)
    say('Writing pages and PDFs')
    const { remark } = await buildSite(app)
    if (remark) say(remark)
    await writeFile(join(dir, marker), about)
    return { app, demo: await describe(app), port }
  } catch (error) {
    await app.close()
    throw error
  }
}

async function isUnfinished(dir: string): Promise<boolean> {
  const text = await readFile(join(dir, marker), 'utf8').catch(() => '')
  return text.endsWith(unfinished)
}

async function removeDemo(dir: string): Promise<void> {
  await checkOurs(dir)
  await rm(dir, { recursive: true, force: true })
}

/** Nothing is made in, or removed from, a folder that holds something else. */
async function checkOurs(dir: string): Promise<void> {
  if (existsSync(join(dir, marker))) return
  if (!existsSync(dir) || (await readdir(dir)).length === 0) return
  throw new PortalError(
    'conflict',
    `${dir} holds something else than the demo.`,
    'Name another folder with --dir.',
  )
}

async function beginDemo({ dir, init, packageDir }: DemoInput): Promise<void> {
  await checkOurs(dir)
  await mkdir(dir, { recursive: true, mode: 0o700 })
  await writeFile(join(dir, marker), about + unfinished)
  await init(dir)
  writeConfig(dir, packageDir, demoConfig)
}

/** Opens the demo at the port that was asked for, else the one it had before, or the next free one. */
async function openAtPort({
  dir,
  port: asked,
  open,
}: DemoInput): Promise<{ app: App; port: number }> {
  const app = await open(dir)
  const { public_url } = app.config
  const url = new URL(public_url)
  const port = asked ?? (await freePort(Number(url.port) || firstPort))
  if (!isLoopback(url.hostname) || url.port === String(port)) return { app, port }
  await app.close()
  url.port = String(port)
  setConfigValue(dir, ['public_url'], url.href.replace(/\/$/, ''))
  setConfigValue(dir, ['server', 'port'], port)
  return { app: await open(dir), port }
}

/** The port, or the next that is free on this machine. */
async function freePort(port: number): Promise<number> {
  const isFree = await new Promise<boolean>((settle) => {
    const probe = createServer()
    probe.once('error', () => settle(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(true)))
  })
  return isFree ? port : freePort(port + 1)
}

/** Enters one document of the story, each step at its own time. */
async function enter(app: App, story: DemoDocument): Promise<void> {
  const issued_on = dateOf(app, story.made)
  const valid_until_on = story.valid_for_days
    ? { valid_until_on: addDays(issued_on, story.valid_for_days) }
    : {}
  const made = at(app, issued_on, 10)
  const [draft] = await createDocuments(made, {
    drafts: [{ ...story.draft, issued_on, ...valid_until_on }],
  })
  if (!draft || !story.send) return
  const { number } = draft
  await sendDocuments(made, { numbers: [number] })
  if (story.viewed) await view(at(app, issued_on, 18), number)
  if (story.payment) {
    const { made: paid, ...payment } = story.payment
    const received = at(app, dateOf(app, paid), 14)
    const { entry } = await recordPayment(received, { number, ...payment })
    await deliverPaymentMail(received, entry)
  }
  if (story.void) await decideDocument(at(app, issued_on, 20), { number, decision: 'void' })
}

async function view(app: App, number: string): Promise<void> {
  const document = await getDocument(app.db.read, number)
  const [share] = await listShares(app.db.read, { document_id: document.id })
  if (!share) return
  const token = tokenFor(app.linkKey, share.kind, share.id, share.rotation)
  await recordViewed(app, { kind: share.kind, token, device: 'phone' })
}

function dateOf(app: App, when: DemoDocument['made']): string {
  return typeof when === 'string' ? when : addDays(today(app), -when.days_ago)
}

/** The same app at an hour of a day, though never later than now. */
function at(app: App, date: string, hour: number): App {
  const then = startOfDay(date, app.config.business.time_zone).getTime() + hour * 3_600_000
  const now = () => new Date(Math.min(then, app.clock.now().getTime()))
  return { ...app, clock: { now } }
}

async function describe(app: App): Promise<Demo> {
  const { items } = await listDocuments(app.db.read, {
    today: today(app),
    limit: 100,
    offset: 0,
    sort: 'number',
  })
  const documents: Demo['documents'] = []
  for (const { id } of items) {
    const document = await getDocument(app.db.read, id)
    const link = await newestUrl(app, document)
    if (!link) continue
    const { state } = standing(document, today(app))
    documents.push({ number: document.number, kind: document.kind, state, url: link })
  }
  const { public_url: url, mail } = app.config
  return { dir: app.dir, url, mail_dir: resolve(app.dir, mail.dir), documents }
}

async function newestUrl(app: App, { id }: Document): Promise<string | undefined> {
  const shares = await listShares(app.db.read, { document_id: id })
  const share = shares.findLast(({ revoked_at, scope }) => revoked_at === null && scope === 'full')
  return share && shareUrl(app.config.public_url, app.linkKey, share)
}

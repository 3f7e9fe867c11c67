/** What an owner relies on when things go wrong: backups, and a program that leaves alone what it cannot read. */
import { createHash } from 'node:crypto'
import {
  chmod,
  mkdir,
  open,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { httpAsk } from '../support/http-request.ts'
import { type Acme, enter, openAcme, send, show } from './acme.ts'

let acme: Acme

beforeEach(async () => {
  acme = await openAcme({ spawned: true })
})
afterEach(() => acme.close())

type Listed = { total: number }

/** Creates invoices one after the other until `stop`, which gives their numbers. */
function keepEntering(): { stop(): Promise<string[]> } {
  const numbers: string[] = []
  let goesOn = true
  const working = (async () => {
    while (goesOn) numbers.push((await enter(acme.portal, 'invoice')).number)
  })()
  return {
    stop: async () => {
      goesOn = false
      await working
      return numbers
    },
  }
}

const invoices = async () => (await acme.portal.json<Listed>(['invoice', 'list'])).total

test('a backup under load brings back every link, and mails nothing again', async () => {
  const { portal, inbox, folder } = acme
  const links: string[] = []
  for (const kind of ['invoice', 'estimate', 'invoice'] as const) {
    links.push(await send(portal, (await enter(portal, kind)).number))
  }
  const { number: waiting } = await enter(portal, 'invoice')
  await portal.json(['send', waiting, '--queue'])
  const mails = inbox.received.length
  const before = await invoices()

  const entering = keepEntering()
  const file = join(folder, 'portal.backup')
  await expect.poll(invoices, { timeout: 20_000 }).toBeGreaterThan(before)
  const least = await invoices()
  await portal.json(['backup', file])
  const most = before + (await entering.stop()).length
  expect((await stat(file)).mode & 0o777).toBe(0o600)

  await rm(portal.dir, { recursive: true })
  const restored = await portal.json(['restore', file])
  expect(restored).toMatchObject({ held_mails: 1, with_key: true })
  expect(await portal.json(['verify', '--all'])).toMatchObject({ ok: true, problems: [] })
  const found = await invoices()
  expect(found).toBeGreaterThanOrEqual(least)
  expect(found).toBeLessThanOrEqual(most)

  const served = await portal.serve()
  try {
    for (const link of links) {
      const page = await httpAsk(served.url, new URL(link).pathname)
      expect(page.status).toBe(200)
      expect(page.text).toContain('$9,828.00')
    }
  } finally {
    await served.stop()
  }
  await portal.json(['cron'])
  expect(inbox.received).toHaveLength(mails)
  // It goes on where it was: the next number is the next one.
  const { number } = await enter(portal, 'invoice')
  expect(number).toBe(`INV-${String(found + 1).padStart(3, '0')}`)
  expect(await show(portal, waiting)).toMatchObject({ state: 'sent' })
})

test('a restore refuses a folder that holds something, and a backup an existing file', async () => {
  const { portal, folder } = acme
  const file = join(folder, 'portal.backup')
  await portal.json(['backup', file])
  const other = join(folder, 'other')
  await mkdir(other)
  await writeFile(join(other, 'notes.txt'), 'mine')
  const refused = await portal.run(['--dir', other, 'restore', file, '--json'])
  expect(refused).toMatchObject({ code: 1, json: { error: { code: 'conflict' } } })
  expect(await readdir(other)).toEqual(['notes.txt'])
  const itself = await portal.run(['restore', file, '--json'])
  expect(itself).toMatchObject({ code: 1, json: { error: { code: 'conflict' } } })
  const again = await portal.run(['backup', file, '--json'])
  expect(again).toMatchObject({ code: 1, json: { error: { code: 'conflict' } } })
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
})

/** What can happen to a database, and what is said about it. */
const faults: Record<string, { harm(path: string): Promise<void>; says: RegExp; code: string }> = {
  'from a newer portal': {
    harm: (path) => writeAt(path, 60, Buffer.from([0, 0, 3, 231])),
    says: /newer portal/,
    code: 'conflict',
  },
  'damaged inside': {
    harm: (path) => writeAt(path, 100, Buffer.alloc(20_000, 0xa5)),
    says: /is damaged/,
    code: 'internal',
  },
  'cut off': {
    harm: (path) => truncate(path, 5000),
    says: /is damaged/,
    code: 'internal',
  },
  'of another program': {
    harm: (path) => writeAt(path, 68, Buffer.from([0, 0, 0, 0])),
    says: /not a database of portal/,
    code: 'conflict',
  },
  'no database at all': {
    harm: (path) => writeFile(path, 'Dear diary'),
    says: /not a database of portal/,
    code: 'conflict',
  },
  empty: {
    harm: (path) => truncate(path, 0),
    says: /not a database of portal/,
    code: 'conflict',
  },
  'read-only': {
    harm: (path) => chmod(path, 0o400),
    says: /cannot be written/,
    code: 'conflict',
  },
}

async function writeAt(path: string, position: number, bytes: Buffer): Promise<void> {
  const file = await open(path, 'r+')
  await file.write(bytes, 0, bytes.length, position)
  await file.close()
}

/** The database and everything that SQLite could put beside it. */
async function fingerprints(dir: string): Promise<Record<string, string>> {
  const names = (await readdir(dir)).filter((name) => name.startsWith('portal.db')).sort()
  const entries = names.map(async (name) => {
    const bytes = await readFile(join(dir, name))
    return [name, createHash('sha256').update(bytes).digest('hex')] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

describe('a database that is', () => {
  test.each(Object.keys(faults))(
    '%s is refused in plain words, and left as it is',
    async (name) => {
      const { harm, says, code } = faults[name] as (typeof faults)[string]
      const { portal } = acme
      await enter(portal, 'invoice')
      await harm(join(portal.dir, 'portal.db'))
      const before = await fingerprints(portal.dir)
      for (const command of [['status'], ['invoice', 'create', '--from', '-'], ['cron']]) {
        const answer = await portal.run([...command, '--json'], { obeysModes: true })
        const { error } = answer.json as { error: { code: string; message: string; hint: string } }
        expect({ command, code: answer.code }).toEqual({ command, code: 1 })
        expect(error).toMatchObject({ code, message: expect.stringMatching(says) })
        expect(error.hint).toMatch(/portal|Install|Run/)
      }
      expect(await fingerprints(portal.dir)).toEqual(before)
    },
  )
})

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../src/domain/event-chain.ts'
import { checkDatabase } from '../../src/store/check.ts'
import { insertCustomer } from '../../src/store/customers.ts'
import type { Db } from '../../src/store/db.ts'
import { getDocument, listDocumentIds } from '../../src/store/documents.ts'
import { getChainHead, listEvents } from '../../src/store/events.ts'
import { openDatabase } from '../../src/store/open.ts'
import { insertMessage, listMessages } from '../../src/store/outbox.ts'
import { listShares } from '../../src/store/shares.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { buildChild, startChild } from './children.ts'
import { drivers } from './fixtures.ts'
import { aCustomer, aMessage } from './rows.ts'

const processCount = 8

describe.each(drivers)('several processes on one database (%s)', (driver) => {
  const tempDir = tempDirs()
  let script: string
  beforeAll(() => {
    script = buildChild()
  })

  async function freshDatabase(): Promise<{ path: string; db: Db }> {
    const path = join(tempDir(), 'portal.db')
    const db = await openDatabase(path, { create: true, driver })
    await db.write((trx) => insertCustomer(trx, aCustomer()))
    return { path, db }
  }

  it('give numbers without gaps or doubles', async () => {
    const { path, db } = await freshDatabase()
    const perProcess = 15
    const children = Array.from({ length: processCount }, () =>
      startChild(script, 'number', path, driver, String(perProcess)),
    )
    for (const child of children) {
      expect(await child.ended).toEqual({ code: 0, signal: null, stderr: '' })
    }
    const numbers = children.flatMap(({ lines }) => lines).sort()
    const expected = Array.from(
      { length: processCount * perProcess },
      (_, i) => `INV-${String(i + 1).padStart(3, '0')}`,
    )
    expect(numbers).toEqual(expected)
    expect(await listDocumentIds(db.read)).toHaveLength(expected.length)
    await db.close()
  })

  it('deliver each mail once', async () => {
    const { path, db } = await freshDatabase()
    const messages = Array.from({ length: 60 }, () => aMessage())
    await db.write(async (trx) => {
      for (const message of messages) await insertMessage(trx, message)
    })
    const children = Array.from({ length: processCount }, () =>
      startChild(script, 'deliver', path, driver),
    )
    for (const child of children) {
      expect(await child.ended).toEqual({ code: 0, signal: null, stderr: '' })
    }
    const delivered = children.flatMap(({ lines }) => lines).sort()
    expect(delivered).toEqual(messages.map(({ id }) => id).sort())
    const left = await listMessages(db.read)
    expect(left.every(({ state, attempts }) => state === 'sent' && attempts === 1)).toBe(true)
    await db.close()
  })

  it('leave whole invoices only when killed in the middle of their work', async () => {
    const { path, db } = await freshDatabase()
    const promised: string[] = []
    for (let round = 1; round <= 4; round++) {
      const children = [1, 2].map(() => startChild(script, 'work', path, driver))
      for (const child of children) for (let i = 0; i < round; i++) await child.nextLine()
      for (const child of children) child.process.kill('SIGKILL')
      for (const child of children) expect((await child.ended).signal).toBe('SIGKILL')
      promised.push(...children.flatMap(({ lines }) => lines))
    }
    await db.close()
    const again = await openDatabase(path, { driver })
    expect(await checkDatabase(again.read)).toEqual([])
    for (const number of promised) await expectWhole(again, number)
    for (const id of await listDocumentIds(again.read)) await expectWhole(again, id)
    await again.close()
    expect(readdirSync(join(path, '..'))).toEqual(['portal.db'])
  })

  async function expectWhole(db: Db, ref: string): Promise<void> {
    const document = await getDocument(db.read, ref)
    expect(document).toMatchObject({ state: 'sent', delivery: 'pending' })
    expect(document.ledger).toMatchObject([{ amount_minor: 5_000 }])
    expect(await listShares(db.read, { document_id: document.id })).toHaveLength(1)
    const events = await listEvents(db.read, document.id)
    const { head, count } = await getChainHead(db.read, document.id)
    expect(count).toBe(2)
    expect(verifyChain(events, head, count)).toEqual([])
  }
})

/* What a process of its own does to a database, for tests of several processes and of sudden death. */
import { appendEvents } from '../../src/store/events.ts'
import type { DriverName, Handle, OpenHandle } from '../../src/store/handle.ts'
import { insertLedgerEntry } from '../../src/store/ledger.ts'
import { openDatabase } from '../../src/store/open.ts'
import { chooseDriver } from '../../src/store/open-handle.ts'
import { insertMessage } from '../../src/store/outbox.ts'
import { claimMessages, settleMessage } from '../../src/store/outbox-delivery.ts'
import { nextMigrations } from './next-migrations.ts'
import { addDocument, addShare, aMessage, anEntry, anEvent, now } from './rows.ts'

const [task, path = '', driver = 'sqlite3', ...rest] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

const tasks: Record<string, () => Promise<void>> = {
  /** Adds documents, one transaction each, and says their numbers once they are committed. */
  async number() {
    const db = await openDatabase(path, { driver: driver as DriverName })
    for (let i = 0; i < Number(rest[0]); i++) {
      say((await db.write((trx) => addDocument(trx))).number)
    }
    await db.close()
  },
  /** Claims mails one by one until there is none, and says their ids. */
  async deliver() {
    const db = await openDatabase(path, { driver: driver as DriverName })
    for (;;) {
      const [message] = await db.write((trx) =>
        claimMessages(trx, { now, realNow: new Date().toISOString(), leaseMs: 60_000, limit: 1 }),
      )
      if (!message) break
      say(message.id)
      await db.write((trx) => settleMessage(trx, message.id, { state: 'sent', at: now }))
    }
    await db.close()
  },
  /** Sends one invoice after the other until killed, and says each number once it is committed. */
  async work() {
    const db = await openDatabase(path, { driver: driver as DriverName })
    for (;;) {
      const number = await db.write(async (trx) => {
        const document = await addDocument(trx, { state: 'sent', sent_at: now })
        const share = await addShare(trx, document)
        await insertMessage(trx, aMessage({ document_id: document.id, share_id: share.id }))
        await appendEvents(trx, [
          anEvent(document.id),
          anEvent(document.id, { type: 'sent', share_id: share.id }),
        ])
        await insertLedgerEntry(trx, anEntry(document, 'payment', 5_000))
        return document.number
      })
      say(number)
    }
  },
  /** Opens, and by that makes or updates, a database; is killed before its n-th statement. */
  async open() {
    const killAt = Number(rest[0])
    const db = await openDatabase(path, {
      create: true,
      driver: dying(killAt),
      migrations: nextMigrations,
    })
    await db.close()
    say('opened')
  },
  /** Opens or makes a database as a user who owns nothing. */
  async nobody() {
    const options = { create: true, driver: driver as DriverName }
    /* The library is loaded while that is still allowed. */
    await (await openDatabase(rest[0] ?? '', options)).close()
    if (process.getuid?.() === 0) process.setuid?.(65_534)
    const db = await openDatabase(path, options).catch((error) => {
      say(error.message)
      say(error.hint)
    })
    await db?.close()
  },
}

/** A way to open handles that ends the process, as if by `kill -9`, before a certain statement. */
function dying(killAt: number): OpenHandle {
  let count = 0
  const step = () => {
    count++
    if (count === killAt) process.kill(process.pid, 'SIGKILL')
  }
  return async (file, options) => {
    const handle = await chooseDriver(driver as DriverName)(file, options)
    const watched: Handle = {
      ...handle,
      all: (...args) => {
        step()
        return handle.all(...args)
      },
      exec: async (sql) => {
        step()
        await handle.exec(sql)
      },
      close: () => {
        step()
        return handle.close()
      },
    }
    return watched
  }
}

await tasks[task ?? '']?.()

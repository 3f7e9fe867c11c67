/* What a process of its own decides about estimates, for tests of sudden death and of many at once. */
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openApp } from '../../src/open-app.ts'
import type { Handle, OpenHandle } from '../../src/store/handle.ts'
import { openDatabase } from '../../src/store/open.ts'
import { chooseDriver } from '../../src/store/open-handle.ts'
import { decisions } from './deciding.ts'

/** Business time in the child; that of its parent. */
const now = () => new Date('2025-01-15T15:00:00Z')

const [dir = ''] = process.argv.slice(2)
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)

let statements = 0
let fatal = Number.POSITIVE_INFINITY

/** Opens handles that end the process, as if by `kill -9`, before a certain statement. */
const dying: OpenHandle = async (file, options) => {
  const handle = await chooseDriver('sqlite3')(file, options)
  const step = () => {
    statements++
    if (statements === fatal) process.kill(process.pid, 'SIGKILL')
  }
  const watched: Handle = {
    ...handle,
    all: (...args) => {
      step()
      return handle.all(...args)
    },
    run: (...args) => {
      step()
      return handle.run(...args)
    },
    exec: (sql) => {
      step()
      return handle.exec(sql)
    },
  }
  return watched
}

type Order = {
  number: string
  token: string
  /** Dies before this statement, counted from 1. */
  fatal?: number
  /** So many at once, every other one declines. */
  times: number
}

const db = await openDatabase(join(dir, 'portal.db'), { driver: dying })
const app = await openApp({ dir, env: {}, overrides: { db, clock: { now } } })
/* What is loaded only once is loaded now: the deaths shall come while something is decided. */
await app.renderer()
say('ready')
for await (const line of createInterface(process.stdin)) {
  const order: Order = JSON.parse(line)
  const { approve, decline } = decisions(app, order.number)
  statements = 0
  fatal = order.fatal ?? fatal
  const outcomes = await Promise.all(
    Array.from({ length: order.times }, (_, i) =>
      i % 2 === 0
        ? approve(order.token, { signer_name: `Process ${process.pid} ${i}` })
        : decline(order.token, { reason: `Process ${process.pid} ${i}` }),
    ),
  )
  say({ statements, outcomes: outcomes.map(({ status }) => status) })
}
await app.close()

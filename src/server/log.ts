/** The server's log: one JSON object a line on stderr, with secrets blotted out. */
import { inspect } from 'node:util'
import { PortalError } from '../domain/errors.ts'
import { spellSteering } from '../domain/steering.ts'
import { createRedact } from './redact.ts'

const logLevels = ['debug', 'info', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

export type LogFacts = Record<string, unknown>

/**
 * `error` among the facts is written whole: name, message, stack, cause; without the stack where its words say what
 * to do about it.
 */
export type Log = Record<LogLevel, (message: string, facts?: LogFacts) => void> & {
  /** Whether debug is written, for those whose facts are costly to gather. */
  isDebug: boolean
}

export type LogOptions = {
  /** The least important level that is written. */
  level?: LogLevel
  /** Values that must never appear. */
  secrets?: readonly string[]
  write?: (line: string) => void
}

/** A log. A small one of our own, because redaction is most of what a server like this needs of one. */
export function createLog(options: LogOptions = {}): Log {
  const { level: least = 'info', secrets = [], write = writeStderr } = options
  const redact = createRedact(secrets)
  const at =
    (level: LogLevel): Log['info'] =>
    (message, facts = {}) => {
      if (logLevels.indexOf(level) < logLevels.indexOf(least)) return
      const head = { time: new Date().toISOString(), level, message }
      write(`${spellSteering(textOf(head, facts, redact))}\n`)
    }
  return { debug: at('debug'), info: at('info'), error: at('error'), isDebug: least === 'debug' }
}

/** Whatever it is given, it is written: a log that throws would end the server. */
function textOf(head: object, facts: LogFacts, redact: (text: string) => string): string {
  const json = (line: object) => JSON.stringify(line, (_key, value) => writable(value, redact))
  try {
    return json({ ...head, ...facts })
  } catch {
    /* Such as an error that holds itself. */
    return json({ ...head, facts: inspect(facts) })
  }
}

function writeStderr(line: string): void {
  process.stderr.write(line)
}

function writable(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value)
  if (typeof value === 'bigint') return String(value)
  if (!(value instanceof Error)) return value
  const { name, message, stack, cause } = value
  const where = isForPeople(value) ? {} : { stack }
  return { ...value, name, message, ...where, ...(cause === undefined ? {} : { cause }) }
}

/** A full disk, a busy database: where in the program it was met helps nobody. */
function isForPeople(error: Error): boolean {
  return error instanceof PortalError && error.code !== 'internal'
}

import { readFileSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { linkKeyName, sealKeyName } from '../../config/keys.ts'
import type { Config } from '../../config/schema.ts'
import { configName, databaseName } from '../../config/workspace.ts'
import { type Check, fault, fine } from './inspection.ts'

const group = 0o070
const others = 0o007
const writing = 0o022

/** Whether files that hold secrets or customers' data are closed to other accounts of this machine. */
export const checkFiles: Check = async ({ dir, reading }) => {
  if (process.platform === 'win32') return fine('Not looked at on Windows.')
  const secret = hasLiteralSecret(join(dir, configName)) ? group | others : writing
  const forbidden = [
    [configName, secret],
    ['.env', group | others],
    [linkKeyName, group | others],
    [sealKeyName, group | others],
    ...ownCertificate(reading.config),
    [databaseName, others],
  ] as [name: string, bits: number][]
  const open = forbidden
    .map(([name, bits]) => ({ name, bits, mode: modeOf(join(dir, name)) }))
    .filter(({ bits, mode }) => mode !== undefined && (mode & bits) !== 0)
  if (open.length === 0) return fine('Secrets and customers are closed to other accounts.')
  const lines = open.map(({ name, mode }) => `${name} is open to other accounts (${octal(mode)}).`)
  const paths = open.map(({ name }) => join(dir, name))
  return fault(lines.join('\n'), `chmod 600 ${paths.map(quoted).join(' ')}`)
}

/** It holds a key. */
function ownCertificate({ signature }: Config): [string, number][] {
  return signature.certificate === null ? [] : [[signature.certificate, group | others]]
}

/** A secret that stands in config.yml itself instead of the name of one. */
function hasLiteralSecret(path: string): boolean {
  try {
    return /^\s*\w*(secret|secret_key|password|token|signature_key):\s*["']?[^\s"'#$]/m.test(
      readFileSync(path, 'utf8'),
    )
  } catch {
    return false
  }
}

function modeOf(path: string): number | undefined {
  const stats: Stats | undefined = statSync(path, { throwIfNoEntry: false })
  return stats && stats.mode & 0o777
}

function octal(mode: number | undefined): string {
  return (mode ?? 0).toString(8).padStart(4, '0')
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}

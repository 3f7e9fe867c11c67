/**
 * Remembers a checked config.yml: reading and checking it takes longer than all else a short command does.
 * What is remembered holds for exactly the same text, program and Node, and never holds a secret.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment, NameUse } from './environment.ts'
import { type HouseFormats, houseFormats, recallFormats } from './house-formats.ts'
import type { Config } from './schema.ts'
import { at, pathText, put, type TreePath } from './tree.ts'
import { configName } from './workspace.ts'

export const cacheName = '.config-cache.json'

type Memory = {
  key: string
  config: Config
  names: { path: TreePath; name: string }[]
  formats: HouseFormats
}

/** Set by the build; in development the schema may change at any time, so nothing is remembered. */
declare const PORTAL_BUILD: string | undefined
const thisBuild = typeof PORTAL_BUILD === 'string' ? PORTAL_BUILD : undefined

/** Options that are secrets: they come from the environment and are not checked beyond being text. */
const secrets = [
  'payments.stripe.secret_key',
  'payments.stripe.webhook_secret',
  'payments.paypal.client_id',
  'payments.paypal.client_secret',
  'payments.paypal.webhook_id',
  'payments.square.access_token',
  'payments.square.webhook_signature_key',
  'mail.smtp.password',
  'signature.passphrase',
]

/**
 * What a memory of config.yml is good for: this text, program and Node. The text itself, because loading
 * what makes a hash of it takes 3 ms. Undefined without a build.
 */
export function configKey(dir: string, build = thisBuild): string | undefined {
  if (!build) return undefined
  try {
    const { node, icu, tz } = process.versions
    return `${build} ${node} ${icu} ${tz}\n${readFileSync(join(dir, configName), 'utf8')}`
  } catch {
    return undefined
  }
}

/** The configuration that was checked under this key; undefined when it has to be read and checked. */
export function recallConfig(dir: string, key: string, env: Environment): Config | undefined {
  try {
    const memory: Memory = JSON.parse(readFileSync(join(dir, cacheName), 'utf8'))
    if (memory.key !== key) return undefined
    const { config, names, formats } = memory
    const filled = names.every(({ path, name }) => fillIn(config, path, env[name]))
    return filled && recallFormats(formats, config.business) ? config : undefined
  } catch {
    return undefined
  }
}

/** Remembers a configuration without problems, unless a secret stands in it or a name in an odd place. */
export function rememberConfig(dir: string, key: string, config: Config, names: NameUse[]): void {
  if (names.some(({ path, whole }) => !whole || !secrets.includes(pathText(path)))) return
  const bare = structuredClone(config)
  for (const { path } of names) put(bare, path, '')
  if (secrets.some((path) => at(bare, path.split('.')) !== '')) return
  const memory: Memory = { key, config: bare, names, formats: houseFormats(bare.business) }
  write(join(dir, cacheName), `${JSON.stringify(memory)}\n`)
}

/** A value that is missing or odd is left to the full check, which says what is wrong with it. */
function fillIn(config: Config, path: TreePath, value: string | undefined): boolean {
  if (!value || !/^[\x20-\x7e]{1,200}$/.test(value)) return false
  put(config, path, value)
  return true
}

/** A folder that cannot be written only makes the next command slower. */
function write(path: string, text: string): void {
  try {
    writeFileSync(`${path}.tmp`, text, { mode: 0o600 })
    renameSync(`${path}.tmp`, path)
  } catch {
    rmSync(`${path}.tmp`, { force: true })
  }
}

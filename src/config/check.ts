import type { Problem } from '../domain/errors.ts'
import { crossChecks } from './cross-checks.ts'
import { type Environment, type NameUse, resolveNames } from './environment.ts'
import { type Config, configSchema } from './schema.ts'
import { problemsOf } from './sentences.ts'
import { at, isRecord, reset, type Tree, type TreePath, withDefaults } from './tree.ts'

/** A configuration to go on with, and all that is wrong with what was written. */
export type CheckedConfig = {
  /** What was written, with defaults in place of what cannot be used. */
  config: Config
  problems: Problem[]
  /** Where names of the environment were put in. */
  names: NameUse[]
}

/**
 * Checks everything at once: keys, values, names of the environment, and what only shows when several
 * options are seen together.
 */
export function checkConfig(written: Tree, env: Environment): CheckedConfig {
  const defaults = configSchema.parse({})
  if (!isRecord(written ?? {})) return { config: defaults, problems: [notOptions], names: [] }
  const filled = withDefaults(written, defaults)
  const { tree, problems: missing, names } = resolveNames(filled, env, partsOff(filled))
  const { config, problems: wrong } = parse(tree, defaults)
  const problems = firstOfEach([...missing, ...wrong, ...crossChecks(config)])
  return { config, problems, names }
}

const notOptions = { field: 'config.yml', message: 'must be a list of options, such as business:' }

/** Parts whose secrets are not needed as things stand. */
function partsOff(tree: Tree): string[] {
  const providers = ['stripe', 'paypal', 'square']
  const off = providers
    .filter((name) => at(tree, ['payments', name, 'enabled']) !== true)
    .map((name) => `payments.${name}`)
  if (at(tree, ['mail', 'transport']) !== 'smtp') off.push('mail.smtp', 'mail.dkim')
  if (at(tree, ['mail', 'smtp', 'user']) === '') off.push('mail.smtp.password')
  if (at(tree, ['signature', 'certificate']) === null) off.push('signature.passphrase')
  return off
}

function parse(tree: Tree, defaults: Config): Omit<CheckedConfig, 'names'> {
  const result = configSchema.safeParse(tree)
  if (result.success) return { config: result.data, problems: [] }
  const { issues } = result.error
  const mended = issues
    .flatMap((issue) => badPaths(issue))
    .reduce((rest, path) => reset(rest, path, defaults), tree)
  const second = configSchema.safeParse(mended)
  return {
    config: second.success ? second.data : defaults,
    problems: issues.flatMap((issue) => problemsOf(issue, tree, defaults)),
  }
}

function badPaths(issue: { path: PropertyKey[]; keys?: unknown }): TreePath[] {
  const path = issue.path as TreePath
  const keys = Array.isArray(issue.keys) ? issue.keys : undefined
  return keys ? keys.map((key: string) => [...path, key]) : [path]
}

/** One problem a field: what follows from the first would only distract from it. */
function firstOfEach(problems: Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ field }) => !seen.has(field) && seen.add(field))
}

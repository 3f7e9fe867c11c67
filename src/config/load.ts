import { PortalError, type Problem } from '../domain/errors.ts'
import { configKey, recallConfig, rememberConfig } from './cache.ts'
import { type Environment, readEnvironment } from './environment.ts'
import type { Config } from './schema.ts'

/**
 * The configuration of a workspace, and the environment with the workspace's `.env` below it.
 * @throws PortalError config_invalid with every problem of config.yml and `.env` at once
 */
export async function loadConfig(
  dir: string,
  env: Environment,
): Promise<{ config: Config; env: Environment }> {
  const { env: whole, problems: unreadable } = readEnvironment(dir, env)
  const key = configKey(dir)
  const known = key && unreadable.length === 0 ? recallConfig(dir, key, whole) : undefined
  if (known) return { config: known, env: whole }
  const { readConfig } = await import('./read.ts')
  const { config, problems, names } = await readConfig(dir, env)
  if (problems.length > 0) throw configInvalid(problems)
  // Unless the file was changed while it was read.
  if (key && key === configKey(dir)) rememberConfig(dir, key, config, names)
  return { config, env: whole }
}

function configInvalid(problems: Problem[]): PortalError {
  const [first] = problems
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
  return new PortalError(
    'config_invalid',
    `config.yml has ${count}: ${first?.field} ${first?.message}${problems.length > 1 ? ' …' : ''}`,
    'Correct config.yml; config.example.yml explains every option.',
    problems,
  )
}

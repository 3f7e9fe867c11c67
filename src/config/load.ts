import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, LineCounter, parseDocument } from 'yaml'
import { PortalError, type Problem } from '../domain/errors.ts'
import { checkConfig } from './check.ts'
import { type Environment, readEnvironment } from './environment.ts'
import { lineOf } from './lines.ts'
import type { Config } from './schema.ts'
import type { Tree } from './tree.ts'

export const configName = 'config.yml'

/** What was read, for those who can go on with problems (`doctor`); others use `loadConfig`. */
export type ConfigReading = {
  /** As written, with defaults in place of what cannot be used. */
  config: Config
  /** The environment with the workspace's `.env` below it. */
  env: Environment
  problems: Problem[]
}

/**
 * The configuration of a workspace.
 * @throws PortalError config_invalid with every problem of config.yml and `.env` at once
 */
export async function loadConfig(
  dir: string,
  env: Environment,
): Promise<{ config: Config; env: Environment }> {
  const { config, env: whole, problems } = await readConfig(dir, env)
  if (problems.length > 0) throw configInvalid(problems)
  return { config, env: whole }
}

/** Reads config.yml whatever is wrong with it. */
export async function readConfig(dir: string, env: Environment): Promise<ConfigReading> {
  const { env: whole, problems: unreadable } = readEnvironment(dir, env)
  const { tree, problems: broken, lineFor } = readYaml(join(dir, configName))
  const { config, problems } = checkConfig(tree, whole)
  const found = broken.length > 0 ? broken : inFileOrder(problems, lineFor)
  return { config, env: whole, problems: [...unreadable, ...found] }
}

type Yaml = {
  tree: Tree
  problems: Problem[]
  /** The line on which the option of a problem stands. */
  lineFor: (problem: Problem) => number | undefined
}

function readYaml(path: string): Yaml {
  const { text, problem } = read(path)
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const problems = document.errors.map(({ message, pos }) => ({
    field: configName,
    message: `line ${counter.linePos(pos[0]).line}: ${message}`,
  }))
  const found = problem ? [problem] : problems
  const { tree, excess } = found.length > 0 ? { tree: {} } : plain(document)
  return {
    tree,
    problems: excess ? [excess] : found,
    lineFor: ({ field }) => lineOf(document, counter, field),
  }
}

/** Plain values; a file whose anchors multiply beyond reason is refused instead of unfolded. */
function plain(document: Document): { tree: Tree; excess?: Problem } {
  try {
    return { tree: document.toJS() as Tree }
  } catch (error) {
    return { tree: {}, excess: { field: configName, message: (error as Error).message } }
  }
}

function read(path: string): { text: string; problem?: Problem } {
  try {
    return { text: readFileSync(path, 'utf8') }
  } catch (error) {
    const message = `cannot be read: ${(error as Error).message}`
    return { text: '', problem: { field: configName, message } }
  }
}

/** From top to bottom, each with its line: so the owner corrects them. */
function inFileOrder(problems: Problem[], lineFor: Yaml['lineFor']): Problem[] {
  return problems
    .map((problem) => ({ problem, line: lineFor(problem) ?? 0 }))
    .sort((a, b) => a.line - b.line)
    .map(({ problem: { field, message }, line }) => ({
      field,
      message: line ? `${message} (line ${line})` : message,
    }))
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

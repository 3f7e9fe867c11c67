import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, LineCounter, parseDocument } from 'yaml'
import type { Problem } from '../domain/errors.ts'
import { checkConfig } from './check.ts'
import { type Environment, type NameUse, readEnvironment } from './environment.ts'
import { lineOf } from './lines.ts'
import { readOlder } from './older-yaml.ts'
import type { Config } from './schema.ts'
import type { Tree } from './tree.ts'
import { configName } from './workspace.ts'

/** What was read, for those who can go on with problems (`doctor`); others use `loadConfig`. */
export type ConfigReading = {
  /** As written, with defaults in place of what cannot be used. */
  config: Config
  /** The environment with the workspace's `.env` below it. */
  env: Environment
  problems: Problem[]
  /** Where names of the environment were put in. */
  names: NameUse[]
}

/** Reads config.yml whatever is wrong with it. */
export async function readConfig(dir: string, env: Environment): Promise<ConfigReading> {
  const { env: whole, problems: unreadable } = readEnvironment(dir, env)
  const { tree, problems: broken, lineFor } = readYaml(join(dir, configName))
  const { config, problems, names } = checkConfig(tree, whole)
  const found = broken.length > 0 ? broken : inFileOrder(problems, lineFor)
  return { config, env: whole, problems: [...unreadable, ...found], names }
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
  const problems = document.errors.map(({ code, message, pos }) => ({
    field: configName,
    message: `line ${counter.linePos(pos[0]).line}: ${code === 'DUPLICATE_KEY' ? twice : message}`,
  }))
  const found = problem ? [problem] : problems
  const { tree, excess } = found.length > 0 ? { tree: {} } : plain(document)
  return {
    tree,
    problems: excess ? [excess] : found,
    lineFor: ({ field }) => lineOf(document, counter, field),
  }
}

const twice = 'this option stands there twice; keep one'

/** Plain values; a file whose anchors multiply beyond reason, or hold themselves, is refused instead of unfolded. */
function plain(document: Document): { tree: Tree; excess?: Problem } {
  try {
    const tree = document.toJS() as Tree
    if (isEndless(tree)) return { tree: {}, excess: endless }
    return { tree: readOlder(tree) }
  } catch (error) {
    return { tree: {}, excess: { field: configName, message: (error as Error).message } }
  }
}

const endless = { field: configName, message: 'has an anchor that holds itself' }

function isEndless(value: unknown, above: readonly unknown[] = []): boolean {
  if (typeof value !== 'object' || value === null) return false
  const deeper = [...above, value]
  return above.includes(value) || Object.values(value).some((one) => isEndless(one, deeper))
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

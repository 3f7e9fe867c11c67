/** What zod found wrong, in words for the owner. */
import type { core } from 'zod'
import type { Problem } from '../domain/errors.ts'
import { nearest } from '../domain/text.ts'
import { at, isRecord, pathText, type Tree, type TreePath } from './tree.ts'

/** The problems of one finding; `known` is a tree with every option, for suggestions. */
export function problemsOf(issue: core.$ZodIssue, tree: Tree, known: Tree): Problem[] {
  const path = issue.path as TreePath
  if (issue.code !== 'unrecognized_keys') {
    return [{ field: pathText(path), message: sentence(issue, at(tree, path)) }]
  }
  return issue.keys.map((key) => ({
    field: pathText([...path, key]),
    message: `is not an option${suggestion(key, path, known)}`,
  }))
}

function sentence(issue: core.$ZodIssue, value: Tree): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, value)
    case 'invalid_value':
      return `must be ${oneOf(issue.values.map(String))}${meant(value, issue.values.map(String))}`
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum))
    case 'too_big':
      return issue.origin === 'array'
        ? `must have at most ${issue.maximum} entries`
        : `must be at most ${issue.maximum}`
    default:
      return issue.message
  }
}

function wrongType(expected: string, value: Tree): string {
  const nouns: Record<string, string> = {
    string: 'text',
    int: 'a whole number',
    number: 'a whole number',
    boolean: 'true or false',
    array: 'a list, such as [a, b]',
    object: 'a section of options',
  }
  if (value === undefined) return 'is missing'
  const quotes = expected === 'string' && !isRecord(value) && !Array.isArray(value)
  return `must be ${nouns[expected] ?? expected}${quotes ? `: put it in quotes, "${value}"` : ''}`
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'array')
    return `must have at least ${minimum} ${minimum === 1 ? 'entry' : 'entries'}`
  return `must be at least ${minimum}`
}

function oneOf(values: string[]): string {
  const last = values.at(-1) ?? ''
  return values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${last}` : last
}

function meant(value: Tree, values: string[]): string {
  const near = typeof value === 'string' ? nearest(value, values) : undefined
  return near ? `; did you mean ${near}?` : ''
}

/** A key of the same section that is spelt nearly so, else a section that has exactly this key. */
function suggestion(key: string, path: TreePath, known: Tree): string {
  const here = at(known, path)
  const near = nearest(key, isRecord(here) ? Object.keys(here) : [])
  if (near) return `; did you mean ${pathText([...path, near])}?`
  const elsewhere = pathsOf(known).find((other) => other.at(-1) === key)
  return elsewhere ? `; did you mean ${pathText(elsewhere)}?` : ''
}

function pathsOf(node: Tree, path: TreePath = []): TreePath[] {
  if (!isRecord(node)) return []
  return Object.entries(node).flatMap(([key, value]) => [
    [...path, key],
    ...pathsOf(value, [...path, key]),
  ])
}

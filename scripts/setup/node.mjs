import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'
import { Failure } from './say.mjs'

/** Stops on a Node that is older than package.json asks for. */
export function requireNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const least = engines.node.replace(/[^\d.]/g, '')
  if (compare(process.versions.node, least) >= 0) return
  throw new Failure(
    `This is Node ${process.versions.node}; portal needs ${least} or newer. Get it from https://nodejs.org`,
  )
}

function compare(a, b) {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number))
  for (const [i, part] of right.entries()) {
    if ((left[i] ?? 0) !== part) return (left[i] ?? 0) - part
  }
  return 0
}

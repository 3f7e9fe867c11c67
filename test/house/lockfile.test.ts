import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/source-imports.ts'

type Locked = { version?: string; optionalDependencies?: Record<string, string> }

/**
 * npm drops what it cannot install here, such as the builds for other systems, when it writes the lockfile
 * from an existing node_modules; `npm ci` then fails for everyone.
 */
test('package-lock.json has the optional packages of all systems', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const packages: Record<string, Locked> = lock.packages
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(packages, path, name)),
  )
  expect(missing).toEqual([])
})

test('package.json and package-lock.json name the same versions', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  for (const group of ['dependencies', 'optionalDependencies', 'devDependencies']) {
    expect(lock.packages[''][group], group).toEqual(manifest[group])
  }
})

/** Looks where Node would: beside the package, then ever further up. */
function isLocked(packages: Record<string, Locked>, path: string, name: string): boolean {
  for (
    let place = path;
    ;
    place = place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1))
  ) {
    const candidate = `${place ? `${place}/` : ''}node_modules/${name}`
    if (packages[candidate]?.version) return true
    if (place === '') return false
  }
}

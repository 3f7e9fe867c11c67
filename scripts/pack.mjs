/**
 * Before `npm pack`: what the package is made of, without what only a developer's machine needs (a browser,
 * the fonts). The list of what goes in is `files` in package.json; docs/install.md says what comes of it.
 */
import { prepareDependencies } from './setup/dependencies.mjs'
import { requireNode } from './setup/node.mjs'
import { fail } from './setup/say.mjs'

try {
  requireNode()
  prepareDependencies()
  const { build } = await import('./build.mjs')
  await build()
} catch (error) {
  fail(error)
  process.exitCode = 1
}

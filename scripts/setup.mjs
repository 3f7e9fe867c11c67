/**
 * Makes a fresh machine ready: dependencies, SQLite, the build, a browser, fonts. Does only what is missing,
 * and says on stderr what it does, so that stdout stays free for what is run next.
 *
 *   node scripts/setup.mjs [--for-tests] [--quiet]
 *
 * --for-tests also wants what only tests need, and fails where the product would go on with less.
 * Only Node's own modules are used: there may be nothing else yet.
 */
import { prepareBrowser } from './setup/browser.mjs'
import { prepareDependencies } from './setup/dependencies.mjs'
import { requireNode } from './setup/node.mjs'
import { Failure, fail, note } from './setup/say.mjs'
import { prepareSqlite } from './setup/sqlite.mjs'

const forTests = process.argv.includes('--for-tests')

try {
  requireNode()
  prepareDependencies()
  prepareSqlite({ forTests })
  await prepareBuild()
  prepareBrowser({ forTests })
  note('Everything is ready.')
} catch (error) {
  fail(error)
  process.exitCode = 1
}

async function prepareBuild() {
  const { build } = await import('./build.mjs')
  try {
    note((await build()) ? 'Built dist/.' : 'dist/ is up to date.')
  } catch (error) {
    throw new Failure(error.message.split('\n', 1)[0], 'npm run build')
  }
}

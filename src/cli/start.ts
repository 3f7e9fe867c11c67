/**
 * Where the program begins (`bin/portal.js`): first the quick commands, then, if it is none of them, the
 * whole program. V8 compiles the quick ones once and keeps the result beside them, which saves a tenth of
 * a command's time; `module.enableCompileCache` does as much for the rest, from Node 22.8 on.
 */
import { accessSync, constants, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { Script } from 'node:vm'

/** Set by the build: what was compiled belongs to it, and V8 itself only looks at the length of the text. */
declare const PORTAL_BUILD: string | undefined
const build = typeof PORTAL_BUILD === 'string' ? PORTAL_BUILD : undefined

const quickPath = `${__dirname}/quick.cjs`
const compiledPath = `${quickPath}.${build}.${process.version}.${process.arch}`

async function start(): Promise<void> {
  const compiled = readCompiled()
  const script = new Script(readFileSync(quickPath, 'utf8'), {
    filename: quickPath,
    ...(compiled ? { cachedData: compiled } : {}),
  })
  if (await script.runInThisContext()(require, quickPath).quick()) {
    if (!compiled || script.cachedDataRejected) keepCompiled(script)
    return
  }
  require('node:module').enableCompileCache?.()
  await import('./main.ts')
}

function readCompiled(): Buffer | undefined {
  if (!build) return undefined
  try {
    return readFileSync(compiledPath)
  } catch {
    return undefined
  }
}

/** At the end of a command, when V8 knows what of it is used. A folder that cannot be written stays as it is. */
function keepCompiled(script: Script): void {
  if (!build) return
  const temporary = `${compiledPath}.${process.pid}`
  try {
    accessSync(__dirname, constants.W_OK)
    writeFileSync(temporary, script.createCachedData())
    renameSync(temporary, compiledPath)
  } catch {
    rmSync(temporary, { force: true })
  }
}

start()

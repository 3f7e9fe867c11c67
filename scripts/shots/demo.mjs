import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { root } from '../setup/run.mjs'

const bin = join(root, 'bin/portal.js')

/** The demo's time: two days after its invoice over a kitchen went out. */
const now = '2025-01-17T15:00:00Z'

/** Of nobody: a page names the ways to pay without asking any provider. */
const secrets = {
  STRIPE_SECRET_KEY: 'sk_test_pictures',
  STRIPE_WEBHOOK_SECRET: 'whsec_pictures',
  PAYPAL_CLIENT_ID: 'pictures',
  PAYPAL_CLIENT_SECRET: 'pictures',
  PAYPAL_WEBHOOK_ID: 'pictures',
}

/**
 * A demo in a folder that goes away with it: `run` gives what a command with --json says, `says` what it writes
 * for people, `words` the same on a terminal, with colours, and `pageOf` where a document is served.
 */
export async function openDemo() {
  const dir = mkdtempSync(join(tmpdir(), 'portal-shots-'))
  const { PATH, HOME, CHROME_PATH } = process.env
  const chrome = CHROME_PATH ? { CHROME_PATH } : {}
  const env = {
    PATH,
    HOME,
    ...chrome,
    PORTAL_TEST: '1',
    PORTAL_NOW: now,
    TERM: 'xterm-256color',
    ...secrets,
  }
  const says = async (...args) => {
    const all = [bin, '--dir', dir, ...args]
    const { stdout } = await promisify(execFile)(process.execPath, all, { env })
    return stdout
  }
  const run = async (...args) => JSON.parse(await says(...args, '--json'))
  const port = String(await freePort())
  const { documents } = await run('demo', '--no-serve', '--port', port)
  await run('cron')
  let stop = await serve(dir, env)
  return {
    run,
    says,
    /** Changes words of config.yml, and serves again. */
    change: async (...pairs) => {
      await stop()
      const path = join(dir, 'config.yml')
      const before = readFileSync(path, 'utf8')
      const after = pairs.reduce((text, [from, to]) => text.replace(from, to), before)
      writeFileSync(path, after)
      stop = await serve(dir, env)
    },
    words: (command) => onTerminal(command, { ...env, PORTAL_DIR: dir }),
    pageOf: (number) => documents.find((one) => one.number === number).url,
    close: async () => {
      await stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Not the demo's own: whoever tries out the demo at this moment has that. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

/** Gives the function that stops it. */
async function serve(dir, env) {
  const server = spawn(process.execPath, [bin, '--dir', dir, 'serve', '--json'], { env })
  server.stderr.resume()
  await once(createInterface(server.stdout), 'line')
  return async () => {
    server.kill('SIGTERM')
    await once(server, 'close')
  }
}

/** `script` gives a command a terminal of 80 columns to write on. */
async function onTerminal(command, env) {
  const line = `stty cols 80 rows 50; '${process.execPath}' '${bin}' ${command}`
  const { stdout } = await promisify(execFile)('script', ['-qec', line, '/dev/null'], { env })
  return stdout.replaceAll('\r', '').trimEnd()
}

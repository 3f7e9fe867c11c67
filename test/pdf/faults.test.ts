import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterEach, describe, expect, test } from 'vitest'
import { createPdfPrinter, type PdfPrinterOptions } from '../../src/pdf/printer.ts'
import type { PdfPrinter } from '../../src/ports/pdf-printer.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { browsersOf, familyOf, isAlive, running, until } from './processes.ts'
import { invoice, job } from './sheets.ts'

const tempDir = tempDirs()
const open: PdfPrinter[] = []
const children: ChildProcess[] = []
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const printer of open.splice(0)) await printer.close()
  // A browser that crashed before another took its place: its folder goes while the next one already prints.
  await until(() => profiles(process.pid).length === 0)
})

async function newPrinter(options: PdfPrinterOptions = {}): Promise<PdfPrinter> {
  const printer = await createPdfPrinter(options)
  open.push(printer)
  return printer
}

describe.runIf(process.platform === 'linux')('the browser', () => {
  test('starts with the first job and serves the ones after it', async () => {
    const printer = await newPrinter()
    expect(browsersOf()).toHaveLength(0)
    await printer.print(invoice)
    const [browser] = browsersOf()
    await printer.print(invoice)
    expect(browsersOf()).toEqual([browser])
  })

  test('ends when there was no job for a while, and starts again for the next', async () => {
    const printer = await newPrinter({ idleMs: 1 })
    await printer.print(invoice)
    await until(() => browsersOf().length === 0)
    expect(await printer.print(invoice)).toBeInstanceOf(Buffer)
  })

  test('ends with the printer, with all its helpers, after the jobs under way', async () => {
    const printer = await newPrinter()
    const printed = printer.print(invoice)
    await until(() => browsersOf().length === 1)
    const family = familyOf(browsersOf()[0]?.pid ?? 0)
    await printer.close()
    expect(await printed).toBeInstanceOf(Buffer)
    await until(() => !family.some(({ pid }) => isAlive(pid)))
  })

  test('that crashed between two jobs is started anew', async () => {
    const printer = await newPrinter()
    const before = await printer.print(invoice)
    kill(browsersOf()[0]?.pid)
    await until(() => browsersOf().length === 0)
    expect((await printer.print(invoice)).equals(before)).toBe(true)
  })

  test('that crashes while it prints is started anew, and the job is done', async () => {
    const printer = await newPrinter()
    const before = await printer.print(invoice)
    const printed = printer.print(invoice)
    kill(browsersOf()[0]?.pid)
    expect((await printed).equals(before)).toBe(true)
  })

  test('ends with the script that a distribution may put around it', async () => {
    const printer = await newPrinter()
    await printer.print(invoice)
    const [browser] = browsersOf()
    kill(running().find(({ parent }) => parent === process.pid)?.pid)
    await until(() => !isAlive(browser?.pid ?? 0))
    expect(await printer.print(invoice)).toBeInstanceOf(Buffer)
  })

  test('whose page crashes while it prints is started anew, and the job is done', async () => {
    const printer = await newPrinter()
    await printer.print(invoice)
    const [browser] = browsersOf()
    const pages = familyOf(browser?.pid ?? 0).filter(({ command }) => /type=renderer/.test(command))
    const printed = printer.print(invoice)
    for (const { pid } of pages) kill(pid)
    expect(await printed).toBeInstanceOf(Buffer)
  })

  test('that hangs is ended in time, with an error that says so; the next job is done', async () => {
    const printer = await newPrinter({ timeoutMs: 5000 })
    await printer.print(invoice)
    const [browser] = browsersOf()
    process.kill(browser?.pid ?? 0, 'SIGSTOP')
    await expect(printer.print(invoice)).rejects.toMatchObject({
      code: 'internal',
      message: 'The browser did not finish the PDF within 5 seconds and was ended.',
      hint: expect.stringContaining('portal doctor'),
    })
    await expect.poll(() => isAlive(browser?.pid ?? 0)).toBe(false)
    expect(await printer.print(invoice)).toBeInstanceOf(Buffer)
  })

  test('does not get our secrets with its environment', async () => {
    process.env.PORTAL_TEST_SECRET = 'sk_live_1'
    const printer = await newPrinter()
    await printer.print(invoice)
    delete process.env.PORTAL_TEST_SECRET
    const { readFileSync } = await import('node:fs')
    const environment = readFileSync(`/proc/${browsersOf()[0]?.pid}/environ`, 'utf8')
    expect(environment).toContain('PATH=')
    expect(environment).not.toContain('sk_live_1')
  })

  test('opens no port', async () => {
    const printer = await newPrinter()
    await printer.print(invoice)
    expect(browsersOf()[0]?.command).not.toContain('remote-debugging-port')
  })
})

describe.runIf(process.platform === 'linux')('a command that prints', () => {
  test('ends by itself although the browser is still warm, and takes it along', async () => {
    const { child, browser } = await printingProcess('')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    await until(() => !isAlive(browser))
    expect(profiles(child.pid)).toEqual([])
  })

  test('takes the browser along even when it is killed; the next start cleans up', async () => {
    const { child, browser } = await printingProcess('setInterval(() => {}, 1000)')
    const family = familyOf(browser)
    expect(family.length).toBeGreaterThan(1)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await until(() => !family.some(({ pid }) => isAlive(pid)))
    const printer = await newPrinter()
    await printer.print(invoice)
    expect(profiles(child.pid)).toEqual([])
  })
})

describe('without a browser that works', () => {
  test('the error names the line that installs one', async () => {
    const { CHROME_PATH, PATH, PLAYWRIGHT_BROWSERS_PATH } = process.env
    Object.assign(process.env, {
      CHROME_PATH: '',
      PATH: tempDir(),
      PLAYWRIGHT_BROWSERS_PATH: tempDir(),
    })
    const printed = await (await newPrinter()).print(invoice).catch((error) => error)
    Object.assign(process.env, { PATH })
    restore('CHROME_PATH', CHROME_PATH)
    restore('PLAYWRIGHT_BROWSERS_PATH', PLAYWRIGHT_BROWSERS_PATH)
    expect(printed).toMatchObject({
      code: 'config_invalid',
      hint: expect.stringMatching(/^Install one with: \S+ .*(chrom|Chrome)/),
      details: [{ field: 'pdf.browser' }],
    })
  })

  test('a path that leads nowhere is named', async () => {
    const printer = await newPrinter({ browser: '/nowhere/chromium' })
    await expect(printer.print(invoice)).rejects.toMatchObject({
      code: 'config_invalid',
      message: 'There is no browser to run at /nowhere/chromium.',
      hint: expect.stringContaining('pdf.browser'),
    })
  })

  test('a program that is no browser is named, with what it said', async () => {
    const path = join(tempDir(), 'no-browser')
    writeFileSync(path, '#!/bin/sh\necho "FATAL: out of luck" >&2\nexit 3\n', { mode: 0o755 })
    const printer = await newPrinter({ browser: path })
    await expect(printer.print(invoice)).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringMatching(/no-browser .* does not start\. It said: FATAL: out of luck/),
    })
  })

  test('a program that never answers is ended in time', async () => {
    const path = join(tempDir(), 'silent')
    writeFileSync(path, '#!/bin/sh\nsleep 600\n', { mode: 0o755 })
    const printer = await newPrinter({ browser: path, timeoutMs: 300 })
    await expect(printer.print(invoice)).rejects.toMatchObject({ code: 'internal' })
  })
})

test('a job that fails does not hold up those behind it', async () => {
  const printer = await newPrinter()
  const [bad, good] = await Promise.allSettled([
    printer.print(job('<iframe></iframe>')),
    printer.print(invoice),
  ])
  expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled'])
})

function kill(pid: number | undefined): void {
  if (pid) process.kill(pid, 'SIGKILL')
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}

/** The folders that browsers of a process have, or have left, in the system's temporary folder. */
function profiles(pid: number | undefined): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`portal-browser-${pid}-`))
}

/** A process of its own that prints once, says which browser it has, and then does what `after` says. */
async function printingProcess(after: string): Promise<{ child: ChildProcess; browser: number }> {
  const dir = tempDir()
  mkdirSync(dir, { recursive: true })
  await build({
    entryPoints: ['src/pdf/printer.ts'],
    outfile: join(dir, 'printer.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  })
  const script = join(dir, 'print.mjs')
  writeFileSync(
    script,
    `import { createPdfPrinter } from './printer.mjs'
     const printer = await createPdfPrinter()
     await printer.print(${JSON.stringify(invoice)})
     console.log('printed')
     process.stdin.once('data', () => process.stdin.destroy())
     ${after}`,
  )
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  await once(child.stdout, 'data')
  const [browser] = browsersOf(child.pid)
  child.stdin.end('go')
  return { child, browser: browser?.pid ?? 0 }
}

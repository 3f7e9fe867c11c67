import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { PortalError } from '../domain/errors.ts'
import { browserArguments, browserEnvironment, drawsOnDemand } from './browser-options.ts'
import { connectDevTools, type DevTools } from './devtools.ts'
import { createProfile, removeProfile, removeProfileNow } from './profile.ts'

export type Browser = DevTools & {
  /** Pages may be opened so that they draw only when asked. */
  drawsOnDemand: boolean
  isGone(): boolean
  /** Keeps this process alive while a job runs. */
  hold(): void
  /** Lets this process end although the browser still runs; the browser ends with it. */
  release(): void
  /** Ends the browser and all its helpers at once, and removes what it left on disk. */
  kill(): Promise<void>
}

/**
 * Starts a browser without a window and waits until it answers.
 * @throws PortalError internal when it does not start; the message repeats what the browser said
 */
export async function launchBrowser(path: string, timeoutMs: number): Promise<Browser> {
  const profile = createProfile()
  const child = spawn(path, browserArguments(path, profile), {
    env: browserEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C reaches us, and the job under way may still be finished.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  const complaint = collectComplaint(child)
  const browser = { ...tame(child, profile), drawsOnDemand: drawsOnDemand(path) }
  const timer = setTimeout(browser.kill, timeoutMs)
  try {
    await browser.send('Browser.setDownloadBehavior', { behavior: 'deny' })
    return browser
  } catch {
    await browser.kill()
    throw cannotStart(path, complaint())
  } finally {
    clearTimeout(timer)
  }
}

function tame(child: ChildProcess, profile: string): Omit<Browser, 'drawsOnDemand'> {
  const pipes = child.stdio.slice(2) as Socket[]
  const [, toBrowser, fromBrowser] = pipes as [Socket, Socket, Socket]
  const devtools = connectDevTools(toBrowser, fromBrowser)
  let isGone = false
  const killNow = () => {
    killGroup(child)
    removeProfileNow(profile)
  }
  const gone = new Promise<void>((resolve) => {
    const ended = () => {
      isGone = true
      process.off('exit', killNow)
      killHelpers(child)
      devtools.end()
      // What was started may be a script around the browser: that one ends when its pipes do.
      for (const pipe of pipes) pipe.destroy()
      void removeProfile(profile).then(resolve)
    }
    child.once('exit', ended).once('error', ended)
  })
  process.once('exit', killNow)
  return {
    ...devtools,
    isGone: () => isGone,
    hold: () => {
      for (const one of [child, ...pipes]) one.ref()
    },
    release: () => {
      for (const one of [child, ...pipes]) one.unref()
    },
    kill: () => {
      child.ref()
      killGroup(child)
      return gone
    },
  }
}

/** Helpers of a browser that crashed live on for a moment, and would write into the profile while it is removed. */
function killHelpers(child: ChildProcess): void {
  if (child.pid === undefined || process.platform === 'win32') return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // None is left.
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

/** As much of what the browser says as helps to tell why it does not start. */
const complaintBytes = 4096

function collectComplaint(child: ChildProcess): () => string {
  let text = ''
  child.once('error', ({ message }) => (text = message))
  child.stderr?.on('data', (chunk: Buffer) => {
    if (text.length < complaintBytes) text += chunk.toString()
  })
  return () => text
}

function cannotStart(path: string, complaint: string): PortalError {
  const lines = complaint.split('\n').filter((line) => line.trim() !== '')
  const reason = lines.find((line) => /FATAL|error while loading|sandbox/i.test(line)) ?? lines[0]
  const said = reason ? ` It said: ${reason.trim().slice(0, 300)}` : ''
  return new PortalError(
    'internal',
    `The browser ${path} prints the PDFs, but does not start.${said}`,
    hintFor(complaint),
  )
}

function hintFor(complaint: string): string {
  if (/sandbox/i.test(complaint)) {
    return 'Install the browser from the system’s packages (on Debian also chromium-sandbox): their sandbox is allowed to start.'
  }
  if (/shared libraries/.test(complaint)) {
    return 'Libraries are missing; `npx playwright-core install-deps chromium` installs them.'
  }
  return 'Set pdf.browser in config.yml to another Chrome, Chromium or Edge, then run `portal doctor`.'
}

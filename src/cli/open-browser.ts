import { spawn } from 'node:child_process'

const openers = { darwin: 'open', win32: 'explorer' } as const

/** A machine without a desktop has no opener; the address is printed anyway. */
export function openBrowser(url: string): void {
  const opener = openers[process.platform as keyof typeof openers] ?? 'xdg-open'
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

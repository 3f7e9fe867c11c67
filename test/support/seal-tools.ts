/** What others say about a seal: poppler's pdfsig and openssl, by the commands of docs/security.md. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether this machine has both; elsewhere their tests are left out. */
export const hasSealTools = ['pdfsig', 'openssl'].every((tool) => {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})

/** The output of pdfsig. */
export function pdfsig(pdf: Buffer): string {
  return inFolder(pdf, (run) => run('pdfsig EST-001.pdf'))
}

/**
 * Runs the commands that docs/security.md names for checking a signed copy, and gives all their output;
 * throws when one of them fails.
 * @param trusted a certificate that is trusted instead of the one in the file
 */
export function checkAsDocumented(pdf: Buffer, { trusted }: { trusted?: string } = {}): string {
  return inFolder(pdf, (run, dir) => {
    if (trusted) writeFileSync(join(dir, 'business.pem'), trusted)
    const commands = documentedCommands()
    return run(trusted ? commands.replace('-CAfile seal.pem', '-CAfile business.pem') : commands)
  })
}

/** The block of commands below "Signatures". */
function documentedCommands(): string {
  const docs = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8')
  const section = docs.split(/^## /m).find((part) => part.startsWith('Signatures')) ?? ''
  const block = /```sh\n([\s\S]*?)```/.exec(section)?.[1]
  if (!block) throw new Error('docs/security.md says nothing about how to check a signature')
  return `set -e\n${block}`
}

type Run = (commands: string) => string

function inFolder<T>(pdf: Buffer, work: (run: Run, dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'portal-seal-'))
  try {
    writeFileSync(join(dir, 'EST-001.pdf'), pdf)
    return work((commands) => runIn(dir, commands), dir)
  } finally {
    rmSync(dir, { recursive: true })
  }
}

function runIn(cwd: string, commands: string): string {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${commands}\n`], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: cwd, TZ: 'UTC' },
  })
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
  return `${stdout}${stderr}`
}

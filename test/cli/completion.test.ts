/** What shells offer at a press of Tab, asked of the shells themselves. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { portalBin, portalWorkspaces, runPortal, type Workspace } from '../support/run-portal.ts'

const makeWorkspace = portalWorkspaces()
let w: Workspace
let bin: string

beforeAll(async () => {
  w = await makeWorkspace()
  bin = join(w.dir, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'portal'), `#!/bin/sh\nexec '${process.execPath}' '${portalBin}' "$@"\n`)
  chmodSync(join(bin, 'portal'), 0o755)
  await w.json('customer', 'create', '--name', 'John Smith', '--email', 'john@example.com')
  await w.json('customer', 'create', '--name', 'Eve', '--email', `\`touch\${IFS}hit\`@example.com`)
  await w.json('invoice', 'create', '--customer', 'John Smith', '--item', 'Work|1|10')
  await w.json('estimate', 'create', '--customer', 'John Smith', '--item', 'Work|1|10')
  for (const shell of ['bash', 'zsh', 'fish']) {
    writeFileSync(join(w.dir, shell), (await w.run('completion', shell)).stdout)
  }
})

/** Each gives the words offered after what is typed so far. */
const shells = {
  bash: (typed: string) => {
    const words = typed.split(' ').map((word) => `'${word}'`)
    const script = `source ./bash; COMP_WORDS=('portal' ${words.join(' ')}); COMP_CWORD=${words.length}; _portal; printf '%s\\n' "\${COMPREPLY[@]}"`
    return ask('bash', ['--norc', '-c', script])
  },
  zsh: (typed: string) => {
    const words = typed.split(' ').map((word) => `'${word}'`)
    const last = typed.split(' ').at(-1)
    const offer = `compadd() { local -a all; if [ "$1" = -l ]; then all=($plain); else shift; all=("$@"); fi; print -l -- \${(M)all:#$PREFIX*}; }`
    const script = `compdef() { :; }; source ./zsh; ${offer}; words=('portal' ${words.join(' ')}); CURRENT=${words.length + 1}; PREFIX='${last}'; _portal`
    return ask('zsh', ['-f', '-c', script])
  },
  fish: (typed: string) =>
    ask('fish', ['--no-config', '-c', `source ./fish; complete -C 'portal ${typed}'`]).map(
      (line) => line.split('\t')[0] ?? '',
    ),
} as const

function ask(shell: string, args: string[]): string[] {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH: `${bin}${delimiter}${PATH}`, HOME, PORTAL_DIR: w.dir, LC_ALL: 'C.UTF-8' }
  return execFileSync(shell, args, { cwd: w.dir, env, encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '')
}

describe.each(Object.entries(shells))('%s', (shell, offers) => {
  const isThere = spawnSync(shell, ['--version']).status === 0
  /** Says so in its name where the shell is missing. */
  const asked = isThere ? test : test.skip

  asked('offers commands, and what they can do', () => {
    expect(offers('inv')).toEqual(['invoice'])
    expect(offers('invoice cr').sort()).toEqual(['create', 'credit'])
  })

  asked('offers the flags of a command', () => {
    expect(offers('invoice create --cu').sort()).toEqual(['--currency', '--customer'])
    expect(offers('--json invoice create --ite')).toEqual(['--item'])
  })

  asked('offers numbers, customers and the words of a flag', () => {
    expect(offers('invoice show ')).toEqual(['INV-001'])
    expect(offers('send INV-001 E')).toEqual(['EST-001'])
    expect(offers('invoice create --customer jo')).toEqual(['john@example.com'])
    expect(offers('payment record INV-001 --method ca').sort()).toEqual(['card', 'cash'])
  })

  asked('runs nothing of what is in an address', () => {
    expect(offers('customer show ')).toContain('john@example.com')
    expect(existsSync(join(w.dir, 'hit'))).toBe(false)
  })
})

test('an address that a shell would run is offered to bash in quotes', () => {
  expect(shells.bash('customer show ')).toContain('\\`touch\\$\\{IFS\\}hit\\`@example.com')
})

test('outside of a workspace nothing is offered, and nobody is scolded', async () => {
  const { code, stdout, stderr } = await runPortal('/', ['completion', '--values', 'invoices'], {
    env: { PORTAL_DIR: '' },
  })
  expect({ code, stdout: stdout.trim(), stderr }).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('another shell is told which there are', async () => {
  const { code, json } = await w.json('completion', 'bsh')
  expect([code, json().error.hint]).toEqual([2, 'Did you mean: portal completion bash'])
})

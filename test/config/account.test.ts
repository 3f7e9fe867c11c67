import { chownSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkAccount } from '../../src/config/account.ts'
import { portalWorkspaces, runPortal } from '../support/run-portal.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()
const makeWorkspace = portalWorkspaces({ here: true })
/** In every /etc/passwd. */
const nobody = 65_534

describe.runIf(process.getuid?.() === 0)('root', () => {
  test('may do everything in folders of its own, and in none that is there', () => {
    const dir = tempDir()
    expect(() => checkAccount(dir)).not.toThrow()
    expect(() => checkAccount(`${dir}/none`)).not.toThrow()
  })

  test('is told what to type instead in the folder of another account', () => {
    const dir = tempDir()
    chownSync(dir, nobody, nobody)
    const typed = `runuser -u nobody -- portal --dir ${dir} build`
    const hint = expect.stringContaining(`Do it as that account: ${typed}`)
    expect(() => checkAccount(dir, 'build')).toThrow(expect.objectContaining({ hint }))
  })

  test('may do everything where a container sees the folder of its host', () => {
    const dir = tempDir()
    chownSync(dir, 54_321, 54_321)
    expect(() => checkAccount(dir)).not.toThrow()
  })

  test('leaves nothing behind there that its owner could not change', async () => {
    const { dir, json } = await makeWorkspace()
    chownSync(dir, nobody, nobody)
    /* What is only kept to start sooner is replaced by whoever comes next. */
    const files = () => readdirSync(dir).filter((name) => name !== '.config-cache.json')
    const before = files()
    for (const words of [
      ['build'],
      ['doctor'],
      ['cron'],
      ['customer', 'create', '--name', 'Mary'],
    ]) {
      const { code, json: said } = await json(...words)
      expect([words, code, said().error.code]).toEqual([words, 1, 'conflict'])
    }
    expect(files()).toEqual(before)
    const empty = tempDir()
    chownSync(empty, nobody, nobody)
    const made = await runPortal(empty, ['init', '--yes', '--name', 'Acme', '--json'])
    expect([made.code, readdirSync(empty)]).toEqual([1, []])
  })
})

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findWorkspace } from '../../src/config/workspace.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()

test('the nearest folder upwards with a config.yml is the workspace', () => {
  const dir = workspace()
  const below = join(dir, 'mail', 'deeper')
  mkdirSync(below, { recursive: true })
  expect(findWorkspace({ env: {}, cwd: below })).toBe(dir)
})

test('--dir counts before PORTAL_DIR, and that before the current folder', () => {
  const [a, b, c] = [workspace(), workspace(), workspace()]
  expect(findWorkspace({ dir: a, env: { PORTAL_DIR: b }, cwd: c })).toBe(a)
  expect(findWorkspace({ env: { PORTAL_DIR: b }, cwd: c })).toBe(b)
  expect(findWorkspace({ dir: '.', env: {}, cwd: c })).toBe(c)
})

test('without a workspace the error names the command that makes one', () => {
  const dir = tempDir()
  expect(() => findWorkspace({ env: {}, cwd: dir })).toThrowError(
    expect.objectContaining({ code: 'not_found', hint: expect.stringContaining('portal init') }),
  )
  const inside = workspace()
  mkdirSync(join(inside, 'below'))
  expect(() => findWorkspace({ dir: 'below', env: {}, cwd: inside })).toThrowError(
    expect.objectContaining({ code: 'not_found', message: expect.stringContaining('--dir') }),
  )
})

function workspace(): string {
  const dir = tempDir()
  writeFileSync(join(dir, 'config.yml'), '')
  return dir
}

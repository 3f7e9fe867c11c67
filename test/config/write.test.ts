import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { writeConfig } from '../../src/config/write.ts'
import { packageDir } from '../../src/package-dir.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()

test('answers are filled in and every comment of the example stays', async () => {
  const dir = tempDir()
  const name = 'Smith: "Sons" & #1\u00e9'
  writeConfig(dir, packageDir(), {
    public_url: 'https://pay.acme.example',
    business: { name, email: undefined, address: ['1 Main Street', 'Springfield, IL'] },
    documents: { taxes: [{ id: 'T', name: 'Tax', rate: '8' }] },
  })
  const { config } = await loadConfig(dir, {})
  expect(config.public_url).toBe('https://pay.acme.example')
  expect(config.business).toMatchObject({
    name,
    email: '',
    address: ['1 Main Street', 'Springfield, IL'],
  })
  expect(config.documents.taxes).toEqual([{ id: 'T', name: 'Tax', rate: '8' }])
  expect(commentsOf(join(dir, 'config.yml'))).toEqual(
    commentsOf(join(packageDir(), 'config.example.yml')),
  )
})

test('only its owner can read it, and nothing else is left behind', () => {
  const dir = tempDir()
  writeConfig(dir, packageDir(), {})
  expect(readdirSync(dir)).toEqual(['config.yml'])
  expect(statSync(join(dir, 'config.yml')).mode & 0o777).toBe(0o600)
})

function commentsOf(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line) => line.match(/(^|\s)# .*$/)?.[0].trim() ?? [])
}

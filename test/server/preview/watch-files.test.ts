import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type WatchFolder, watchFiles } from '../../../src/server/preview/watch-files.ts'
import { tempDirs } from '../../support/temp-dir.ts'

const tempDir = tempDirs()

const ways: Record<string, WatchFolder | undefined> = {
  'a system that reports changes': undefined,
  'a system without watchers left': () => {
    throw Object.assign(new Error('too many watchers'), { code: 'ENOSPC' })
  },
}

/** A folder and a file beside it, watched; `next` waits for the next change that is told. */
function watched(way?: WatchFolder) {
  const dir = tempDir()
  const [folder, file] = [join(dir, 'themes'), join(dir, 'config.yml')]
  mkdirSync(folder)
  let tell: () => void = () => undefined
  let told = 0
  const watcher = watchFiles(
    () => ({ folders: [folder], files: [file] }),
    () => {
      told += 1
      tell()
    },
    way,
  )
  const next = async (change: () => void) => {
    const changed = new Promise<void>((resolve) => {
      tell = resolve
    })
    change()
    await changed
  }
  return { dir, folder, file, watcher, next, told: () => told }
}

describe.each(Object.entries(ways))('on %s', (_, way) => {
  test('every change is told: new, changed, replaced, gone, in folders old and new', async () => {
    const { dir, folder, file, watcher, next } = watched(way)
    const css = join(folder, 'my-look', 'theme.css')
    await next(() => mkdirSync(join(folder, 'my-look'))).then(() =>
      next(() => writeFileSync(css, 'a {}')),
    )
    await next(() => writeFileSync(css, 'a { color: red }'))
    const other = join(dir, 'other.css')
    writeFileSync(other, 'b { color: red }')
    await next(() => renameSync(other, css))
    await next(() => rmSync(css))
    await next(() => writeFileSync(file, 'business: {}'))
    watcher.close()
  })

  test('what is none of it is not told', async () => {
    const { dir, file, watcher, next, told } = watched(way)
    writeFileSync(join(dir, 'portal.db'), 'anything')
    await next(() => writeFileSync(file, 'business: {}'))
    watcher.close()
    expect(told()).toBe(1)
  })
})

test('a file system that reports nothing is looked at, too', async () => {
  const { file, watcher, next } = watched(() => ({ close() {} }))
  await next(() => writeFileSync(file, 'business: {}'))
  expect(watcher.mode()).toBe('reported')
  watcher.close()
})

test('a watcher that breaks is replaced by looking', async () => {
  let breakIt: () => void = () => undefined
  const { file, watcher, next } = watched((_path, _onChange, onError) => {
    breakIt = onError
    return { close() {} }
  })
  expect(watcher.mode()).toBe('reported')
  breakIt()
  expect(watcher.mode()).toBe('looking')
  await next(() => writeFileSync(file, 'business: {}'))
  watcher.close()
})

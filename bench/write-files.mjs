// The floor of a build: so many files of the size of a page, each written beside its place, all flushed
// together, then renamed. node write-files.mjs <folder> <count>
import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const [, , folder = '', count = '0'] = process.argv
const page = 'x'.repeat(4700)
const flush = () => execFileSync('sync', ['-f', folder])
const files = Array.from({ length: Number(count) }, (_, i) => {
  const name = i.toString(32).padStart(32, '0')
  return [join(folder, `.tmp-${name}`), join(folder, `${name}.html`)]
})

mkdirSync(folder, { recursive: true })
for (const [temporary] of files) {
  const file = openSync(temporary, 'wx', 0o644)
  writeSync(file, page)
  closeSync(file)
}
flush()
for (const [temporary, path] of files) renameSync(temporary, path)
flush()

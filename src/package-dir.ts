import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The program's own folder, with `templates/` and `themes/`: the same from `src/` and from `dist/`. */
export function packageDir(): string {
  let dir = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(dir, 'templates'))) {
    const parent = dirname(dir)
    if (parent === dir) throw new Error('the program is incomplete: templates/ is missing')
    dir = parent
  }
  return dir
}

/** The program's version, from its package.json. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageDir(), 'package.json'), 'utf8'))
  return String(version)
}

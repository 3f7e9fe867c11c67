import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
const src = join(root, 'src')

/** One import of one of our files by another; paths are relative to src/, with slashes. */
export type SourceImport = { from: string; to: string; type_only: boolean }

/** All files of src/, relative to it. */
export function sourceFiles(): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
}

/** Every import between our own files, static and dynamic. */
export function sourceImports(): SourceImport[] {
  return sourceFiles().flatMap((from) =>
    importsOf(readFileSync(join(src, from), 'utf8')).map(({ path, type_only }) => ({
      from,
      to: relative(src, resolve(src, dirname(from), path))
        .split(sep)
        .join('/'),
      type_only,
    })),
  )
}

/** The folder right below src/, or the name of a file that lies there itself. */
export function areaOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.ts$/, '')
}

function importsOf(code: string): { path: string; type_only: boolean }[] {
  const statements = code.matchAll(/^(?:import|export)\b([^'"`;]*?)from\s*'(\.[^']+)'/gm)
  const dynamic = code.matchAll(/(?<!typeof )import\(\s*'(\.[^']+)'\s*\)/g)
  const bare = code.matchAll(/^import\s*'(\.[^']+)'/gm)
  return [
    ...[...statements].map(([, names = '', path = '']) => ({ path, type_only: onlyTypes(names) })),
    ...[...dynamic, ...bare].map(([, path = '']) => ({ path, type_only: false })),
  ]
}

function onlyTypes(names: string): boolean {
  if (/^\s*type\b/.test(names)) return true
  const list = /\{([^}]*)\}/
    .exec(names)?.[1]
    ?.split(',')
    .filter((name) => name.trim() !== '')
  return list !== undefined && list.length > 0 && list.every((name) => /^\s*type\s/.test(name))
}

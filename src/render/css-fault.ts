import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Theme } from './themes.ts'

/** What is wrong with a stylesheet; browsers would pass over it in silence. */
export type CssFault = { path: string; line: number; message: string }

/** The first fault in the stylesheets of a theme's folders; undefined when there is none. */
export function cssFault(files: Theme['files'], folders: string[]): CssFault | undefined {
  const sheets = folders.flatMap((folder) => [join(folder, 'theme.css'), join(folder, 'print.css')])
  for (const path of sheets.filter(existsSync)) {
    const css = readFileSync(path, 'utf8')
    const found = missingFile(css, files) ?? unbalanced(css)
    if (found) return { path, ...found }
  }
  return undefined
}

type Found = Omit<CssFault, 'path'>

/** A theme's own files are named as `url(assets/…)`. */
function missingFile(css: string, files: Theme['files']): Found | undefined {
  const live = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
  for (const found of live.matchAll(/url\(["']?assets\/([\w./-]+)["']?\)/g)) {
    const [, file = ''] = found
    const message = `There is no file assets/${file}.`
    if (!files.has(file)) return { line: lineAt(css, found.index), message }
  }
  return undefined
}

/** A brace, quote or comment that does not end takes all that follows with it. */
function unbalanced(css: string): Found | undefined {
  const open: number[] = []
  const tokens =
    /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*(["\n]|$)|'(?:\\[\s\S]|[^'\\\n])*(['\n]|$)|[{}]/g
  for (const { 0: token, index } of css.matchAll(tokens)) {
    const line = lineAt(css, index)
    if (token.startsWith('/*') && !token.endsWith('*/')) {
      return { line, message: 'This comment has no end: */ is missing.' }
    }
    if (/^["']/.test(token) && token.at(-1) !== token[0]) {
      return { line, message: 'This text has no closing quote.' }
    }
    if (token === '{') open.push(line)
    if (token === '}' && open.pop() === undefined) {
      return { line, message: 'This } closes nothing.' }
    }
  }
  const line = open.at(-1)
  return line === undefined ? undefined : { line, message: 'This { is never closed.' }
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

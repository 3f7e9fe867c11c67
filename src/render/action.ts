/** What an action on a page is. */
import type { Standing } from '../domain/standing.ts'
import type { PageInput } from '../ports/renderer.ts'
import type { Facts } from './facts.ts'

export type Action = {
  id: string
  label: string
  href: string
  /** Set where it changes something: a form of that id posts it. */
  form?: string
  /** What a file is to be called; a host that only serves files cannot say. */
  file?: string
}

/** One action is the button, the others are quiet links. */
export type ActionsView = { primary: Action; quiet: Action[] }

/** What decides whether there is an action. */
export type Situation = { facts: Facts; standing: Standing; page: PageInput }
/** Label and link of an action that there is. */
export type Offer = Omit<Action, 'id'>

type Place = Pick<PageInput, 'path' | 'mode'>

/** Where the PDF of a page is: a host that only serves files needs the file's own name. */
export function pdfPath({ path, mode }: Place): string {
  return mode === 'read_only' ? `${path}/pdf.pdf` : `${path}/pdf`
}

/** Where it is printed from: without script the browser shows the PDF and prints that. */
export function printPath(page: Place): string {
  return page.mode === 'read_only' ? pdfPath(page) : `${pdfPath(page)}?inline=1`
}

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

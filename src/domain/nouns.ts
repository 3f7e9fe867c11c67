import type { Kind } from './document.ts'

const nouns = {
  estimate: 'estimate',
  invoice: 'invoice',
  credit_note: 'credit note',
} as const satisfies Record<Kind, string>

/** The trade's word for a kind, as people read it. */
export function kindNoun(kind: Kind): string {
  return nouns[kind]
}

/** The same with its article: "an estimate", "a credit note". */
export function kindWithArticle(kind: Kind): string {
  return `${kind === 'credit_note' ? 'a' : 'an'} ${nouns[kind]}`
}

/** The command a kind is handled by; credit notes belong to `invoice`. */
export function kindCommand(kind: Kind): 'estimate' | 'invoice' {
  return kind === 'estimate' ? 'estimate' : 'invoice'
}

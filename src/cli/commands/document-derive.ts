import type { App } from '../../app.ts'
import type { Document } from '../../domain/document.ts'
import type { DocumentJson } from '../../domain/document-json.ts'
import { copyDocument } from '../../usecases/copy-document.ts'
import { creditInvoice } from '../../usecases/credit-invoice.ts'
import { reviseDocument } from '../../usecases/revise-document.ts'
import { type Command, defineCommand } from '../command.ts'
import { type DocumentCommand, readDocument, readOwn } from '../document-outcome.ts'

type Derivation = {
  make(app: App, input: { number: string }): Promise<Document>
  done(made: DocumentJson, from: string): string
  next(made: DocumentJson): string
}

const derivations = {
  revise: {
    make: reviseDocument,
    done: ({ number, version }) =>
      `Version ${version} of ${number} is a draft. Its links show the old one until you send it.`,
    next: ({ number, kind }) =>
      `portal ${kind === 'estimate' ? 'estimate' : 'invoice'} edit ${number}, then: portal send ${number}`,
  },
  copy: {
    make: copyDocument,
    done: ({ number }, from) => `Made ${number} from ${from}.`,
    next: ({ number }) => `portal send ${number}`,
  },
  credit: {
    make: creditInvoice,
    done: ({ number }, from) => `Made the credit note ${number} over all of ${from}, as a draft.`,
    next: ({ number }) =>
      `portal send ${number} (or first: portal invoice edit ${number} --item …)`,
  },
} as const satisfies Record<string, Derivation>

/** `revise`, `copy` and `invoice credit`: a document that begins with another. */
export function documentDerive(
  command: DocumentCommand,
  derivation: keyof typeof derivations,
): Command {
  const { make, done, next }: Derivation = derivations[derivation]
  return defineCommand({
    arguments: { number: { says: `the ${command}'s number or id` } },
    options: {},
    examples: [`portal ${command} ${derivation} ${command === 'invoice' ? 'INV-001' : 'EST-001'}`],
    async run(context, { number }) {
      const app = await context.app()
      const from = await readOwn(app, number, command)
      const made = await make(app, { number: from.number })
      const document = await readDocument(app, made.id, { draft: true })
      return { json: document, text: () => done(document, from.number), next: next(document) }
    },
  })
}

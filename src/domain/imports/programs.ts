import { anyList } from './programs/any-list.ts'
import { freshBooks } from './programs/freshbooks.ts'
import { invoiceNinja } from './programs/invoice-ninja.ts'
import type { Program } from './programs/program.ts'
import { quickBooks } from './programs/quickbooks.ts'
import { square } from './programs/square.ts'
import { wave } from './programs/wave.ts'

/** Whose lists are known, by the name that people are told; the last is for whatever is left. */
export const programs = {
  Wave: wave,
  Square: square,
  FreshBooks: freshBooks,
  'Invoice Ninja': invoiceNinja,
  QuickBooks: quickBooks,
  'a list': anyList,
} as const satisfies Record<string, Program>

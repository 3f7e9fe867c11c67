import { showDashboard } from '../../usecases/show-dashboard.ts'
import { askChoice } from '../ask.ts'
import type { Context } from '../context.ts'
import { attention } from '../output/attention.ts'
import { dashboardView } from '../output/dashboard-view.ts'
import { createPaper } from '../output/paper.ts'
import { commandLine } from './command-line.ts'

const usual = [
  { says: 'Create an invoice', argv: ['invoice', 'create'] },
  { says: 'Create an estimate', argv: ['estimate', 'create'] },
  { says: 'Record a payment', argv: ['payment', 'record'] },
  { says: 'List invoices', argv: ['invoice', 'list'] },
  { says: 'See all commands', argv: ['--help'] },
] as const

const leave = 'leave'

/**
 * Shows what needs attention and lets a person choose what to do about it.
 * @returns the words after `portal`; undefined when nothing is to be done
 */
export async function chooseFromMenu(context: Context): Promise<readonly string[] | undefined> {
  const { stdout, env } = context.around
  const books = await context.books()
  const status = await showDashboard(books)
  const paper = await createPaper(stdout, env, context.globals)
  stdout.write(`${dashboardView(books, status, paper)}\n\n`)
  const offers = [...attention(books, status), ...usual]
  const choices = offers.map(({ says }, i) => ({ name: says, value: String(i) }))
  const chosen = await askChoice('What now?', [...choices, { name: 'Nothing', value: leave }])
  const offer = chosen === leave ? undefined : offers[Number(chosen)]
  if (!offer) return undefined
  stdout.write(`${paper.paint.dim(commandLine(offer.argv, {}))}\n`)
  return offer.argv
}

import type { App } from '../../app.ts'
import { providerTitle } from '../../domain/provider-titles.ts'
import { type Reconciliation, reconcile as reconcileBooks } from '../../usecases/reconcile.ts'
import { defineCommand } from '../command.ts'
import { moneyWriter } from '../output/money.ts'
import type { Paper } from '../output/paper.ts'
import { withProgress } from '../output/progress.ts'
import { stateWord } from '../output/state-words.ts'
import { type Column, table } from '../output/table.ts'

export const reconcile = defineCommand({
  arguments: {},
  options: {},
  examples: ['portal reconcile', 'portal reconcile --json'],
  notes:
    'Asks the providers about every checkout that is open or on its way and about recent payments, and books what was ' +
    'missed. Safe at any time: a second run changes nothing. `portal serve` and `portal cron` do it by themselves.',
  async run(context) {
    const app = await context.app()
    const found = await withProgress(context, 'Checkouts', (on_progress) =>
      reconcileBooks(app, { on_progress }),
    )
    return {
      json: found,
      exit_code: found.unreachable > 0 ? 1 : 0,
      text: (paper) => view(app, found, paper),
      next: whatNext(found),
    }
  },
})

function view(app: App, found: Reconciliation, paper: Paper): string {
  const { items, needs_review, unreachable, problems } = found
  const { paint } = paper
  const parts = [summary(found)]
  if (items.length > 0) parts.push('', table(columns(app), items, paper))
  const lines = [
    ...(unreachable > 0
      ? [paint.bad(`${asked(unreachable)} could not be asked. ${problems.join(' ')}`)]
      : []),
    ...(needs_review > 0
      ? [paint.bad(`${asked(needs_review)} need${needs_review === 1 ? 's' : ''} your look.`)]
      : []),
  ]
  return [...parts, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n')
}

function summary({ checked, changed, unreachable }: Reconciliation): string {
  if (checked === 0) return 'Nothing to ask: no checkout is open, on its way or recent.'
  const answered = `Asked about ${asked(checked - unreachable)}`
  return `${answered}; ${changed === 0 ? 'the books are the same' : `${changed} changed the books`}.`
}

function asked(count: number): string {
  return `${count} checkout${count === 1 ? '' : 's'}`
}

function columns(app: App): Column<Reconciliation['items'][number]>[] {
  const money = moneyWriter(app)
  return [
    { title: 'Number', value: ({ number }) => number },
    { title: 'Found', value: ({ found }) => stateWord(found) },
    { title: 'At', value: ({ provider }) => providerTitle(provider), spare: 1 },
    { title: 'Checkout', value: ({ checkout_id }) => checkout_id, spare: 2 },
    {
      title: 'Amount',
      align: 'right',
      value: ({ amount_minor, currency }) => money(amount_minor, currency),
    },
  ]
}

function whatNext({ unreachable, needs_review, items: [first] }: Reconciliation): string {
  if (unreachable > 0) return 'portal doctor'
  if (needs_review > 0) return 'portal status'
  return first ? `portal timeline ${first.number}` : 'portal payment list'
}

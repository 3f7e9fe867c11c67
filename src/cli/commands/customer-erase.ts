import type { App } from '../../app.ts'
import { formatDate } from '../../domain/format.ts'
import { type Erased, eraseCustomer } from '../../usecases/erase-customer.ts'
import { showCustomer } from '../../usecases/show-customer.ts'
import { defineCommand } from '../command.ts'
import { confirm } from '../context.ts'
import type { Paint } from '../output/paint.ts'

export const customerErase = defineCommand({
  arguments: { customer: { says: 'id, e-mail or exact name' } },
  options: { 'dry-run': { says: 'say what stays, why and until when; erase nothing' } },
  examples: [
    'portal customer erase john@example.com --dry-run',
    'portal customer erase john@example.com --yes',
  ],
  notes:
    'Contact data goes, and what links and mails told of them; every link ends. Documents that were sent are the books: they are kept as they are, with the name and address printed on them, their payments, approvals and timelines. Refused while a document is open.',
  async run(context, { customer: ref }, options) {
    const app = await context.app()
    const { id, name } = await showCustomer(app, ref)
    const dry_run = options['dry-run'] ?? false
    if (!dry_run) {
      await confirm(context, `Erase ${name} for good, but for the documents that are kept by law?`)
    }
    const erased = await eraseCustomer(app, { customer: id, dry_run })
    const { kept, keeping } = erased
    return {
      json: { id, name, erased: !dry_run, dry_run, kept, keeping },
      text: ({ paint }) =>
        [
          dry_run ? `Would erase ${name}. Nothing was changed.` : `Erased ${name}.`,
          ...(kept.length > 0
            ? keptLines(app, erased, dry_run, paint)
            : ['No document was for them, so nothing of them stays.']),
        ].join('\n'),
      next: dry_run ? `portal customer export ${id} --zip` : 'portal customer list',
    }
  },
})

function keptLines(app: App, { keeping }: Erased, dry_run: boolean, paint: Paint): string[] {
  const { country, locale } = app.config.business
  const law = keeping.is_known
    ? `in ${country} usually ${keeping.years} years from the end of the year they are of`
    : `often ${keeping.years} years; ask your accountant`
  const until = keeping.until.map(({ number, on }) => `  ${number} until ${formatDate(on, locale)}`)
  return [
    `${dry_run ? 'Stays' : 'Kept'} as sent, because the law asks to keep books: ${law}.`,
    ...until,
    paint.dim('Name and address stand on them; backups and exports from before hold the rest.'),
  ]
}

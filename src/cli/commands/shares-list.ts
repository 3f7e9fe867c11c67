import { listShares, type ShareLine } from '../../usecases/list-shares.ts'
import { defineCommand } from '../command.ts'
import { shortInstant } from '../output/instant.ts'
import type { Paper } from '../output/paper.ts'
import { type Column, table } from '../output/table.ts'

export const sharesList = defineCommand({
  arguments: {
    number: { optional: true, says: 'one document, or one link by its id; all without it' },
  },
  options: {},
  examples: ['portal shares list INV-001'],
  notes:
    'Opened is by anything, mail scanners too; viewed is by a person. * marks the newest link of each reader.',
  async run(context, { number: ref }) {
    const app = await context.app()
    const { items, total } = await listShares(app, ref ? { number: ref } : {})
    const { time_zone } = app.config.business
    return {
      json: { items, total },
      text: (paper) =>
        total === 0
          ? paper.paint.dim('No links.')
          : table(columns(items, time_zone, paper), items, paper),
      next: total === 0 ? `portal share ${ref ?? '<number>'}` : 'portal shares revoke <id>',
    }
  },
})

/** A document is not named on each line where all are of one. */
function columns(items: ShareLine[], zone: string, { paint }: Paper): Column<ShareLine>[] {
  const isOfOne = items.every(({ number }) => number !== null && number === items[0]?.number)
  const when = (at: string | null) => (at ? shortInstant(at, zone) : '')
  const colors = { active: paint.good, revoked: paint.dim, expired: paint.warn }
  return [
    { title: 'Link', value: ({ id, newest }) => (newest ? `${id} *` : id) },
    ...(isOfOne ? [] : [ofWhich]),
    { title: 'Label', value: ({ label }) => label, least: 12, wraps: true, spare: 1 },
    { title: 'Allows', value: ({ scope }) => allows[scope], spare: 5 },
    { title: 'Made', value: ({ created_at }) => when(created_at), spare: 6 },
    { title: 'Ends', value: ({ expires_at }) => when(expires_at), spare: 4 },
    { title: 'Opened', value: ({ last_opened_at }) => when(last_opened_at), spare: 3 },
    { title: 'Viewed', value: ({ viewed_at }) => when(viewed_at), spare: 2 },
    { title: 'PDF', value: ({ downloaded_at }) => when(downloaded_at), spare: 7 },
    {
      title: 'State',
      value: ({ state }) => state,
      paint: (text, { state }) => colors[state](text),
    },
  ]
}

const ofWhich: Column<ShareLine> = {
  title: 'Number',
  value: ({ number }) => number ?? 'history',
}

const allows = {
  full: 'all',
  view: 'view',
  preview: 'view',
  history: 'history',
} as const satisfies Record<ShareLine['scope'], string>

import { listShares, type ShareLine } from '../../usecases/list-shares.ts'
import { defineCommand } from '../command.ts'
import { shortInstant } from '../output/instant.ts'
import type { Paper } from '../output/paper.ts'
import { type Column, table } from '../output/table.ts'

export const sharesList = defineCommand({
  arguments: { number: { optional: true, says: 'one document; all without it' } },
  options: {},
  examples: ['portal shares list INV-001'],
  async run(context, { number }) {
    const app = await context.app()
    const { items, total } = await listShares(app, number ? { number } : {})
    const { time_zone } = app.config.business
    return {
      json: { items, total },
      text: (paper) =>
        total === 0 ? paper.paint.dim('No links.') : table(columns(time_zone, paper), items, paper),
      next: total === 0 ? `portal share ${number ?? '<number>'}` : 'portal shares revoke <id>',
    }
  },
})

function columns(zone: string, { paint }: Paper): Column<ShareLine>[] {
  const when = (at: string | null) => (at ? shortInstant(at, zone) : '')
  const colors = { active: paint.good, revoked: paint.dim, expired: paint.warn }
  return [
    { title: 'Link', value: ({ id }) => id },
    { title: 'Number', value: ({ number }) => number ?? '' },
    { title: 'Label', value: ({ label }) => label, least: 12, wraps: true, spare: 1 },
    { title: 'Allows', value: ({ scope }) => (scope === 'view' ? 'view' : 'all'), spare: 4 },
    { title: 'Made', value: ({ created_at }) => when(created_at), spare: 5 },
    { title: 'Ends', value: ({ expires_at }) => when(expires_at), spare: 3 },
    { title: 'Viewed', value: ({ viewed_at }) => when(viewed_at), spare: 2 },
    {
      title: 'State',
      value: ({ state }) => state,
      paint: (text, { state }) => colors[state](text),
    },
  ]
}

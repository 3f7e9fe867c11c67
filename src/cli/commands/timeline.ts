import { showTimeline } from '../../usecases/show-timeline.ts'
import { defineCommand } from '../command.ts'
import { readDocument } from '../document-outcome.ts'
import { eventSentence } from '../output/event-sentence.ts'
import { shortInstant } from '../output/instant.ts'
import { table } from '../output/table.ts'

export const timeline = defineCommand({
  arguments: { number: { says: 'an estimate or invoice by its number' } },
  options: {},
  examples: ['portal timeline INV-001'],
  async run(context, { number }) {
    const app = await context.app()
    const { number: found, events } = await showTimeline(app, number)
    const { currency } = await readDocument(app, found)
    const { time_zone, locale } = app.config.business
    return {
      json: {
        number: found,
        events: events.map(({ at, type, actor, share_id, data, imported_at }) => ({
          ...{ at, type, actor, share_id, data },
          ...(imported_at ? { imported_at } : {}),
        })),
      },
      text: (paper) =>
        table(
          [
            {
              title: 'When',
              value: ({ at }) => shortInstant(at, time_zone),
              paint: paper.paint.dim,
            },
            {
              title: 'Who',
              value: ({ actor, imported_at }) =>
                `${actor === 'owner' ? 'you' : actor}${imported_at ? ' (imported)' : ''}`,
              spare: 1,
            },
            {
              title: 'What',
              value: (event) => eventSentence(event, { currency, locale, time_zone }),
              least: 22,
              wraps: true,
            },
          ],
          events,
          paper,
        ),
      next: `portal shares list ${found}`,
    }
  },
})

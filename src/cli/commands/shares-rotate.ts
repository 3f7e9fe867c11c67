import { rotateShares } from '../../usecases/rotate-shares.ts'
import { defineCommand } from '../command.ts'
import { isEnded, linkLines } from '../output/link-lines.ts'

export const sharesRotate = defineCommand({
  arguments: { which: { says: 'a link’s id, or a number for all its links' } },
  options: {},
  examples: ['portal shares rotate sh_7k3mq9x2abcd'],
  notes: 'The old URL stops working; label, end and rights stay.',
  async run(context, { which }) {
    const app = await context.app()
    const links = await rotateShares(app, { ref: which })
    const [first] = links
    const when = { zone: app.config.business.time_zone, now: app.clock.now() }
    return {
      json: first && first.id === which ? first : { items: links },
      text: (paper) => links.map((link) => linkLines(link, when, paper)).join('\n\n'),
      next: nextStep(links.filter((link) => !isEnded(link, when.now)).length),
    }
  },
})

function nextStep(working: number): string {
  if (working === 0) return 'portal send <number> or portal share <number> makes one that works'
  return working > 1
    ? 'hand over the new links; the old ones are dead'
    : 'hand over the new link; the old one is dead'
}

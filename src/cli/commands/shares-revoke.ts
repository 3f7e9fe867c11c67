import { PortalError } from '../../domain/errors.ts'
import { revokeShares } from '../../usecases/revoke-shares.ts'
import { defineCommand } from '../command.ts'
import { confirm } from '../context.ts'

export const sharesRevoke = defineCommand({
  arguments: { which: { optional: true, says: 'a link’s id, or a number for all its links' } },
  options: { all: { says: 'every link there is' } },
  examples: ['portal shares revoke INV-001', 'portal shares revoke --all --yes'],
  async run(context, { which }, { all = false }) {
    if (all === (which !== undefined)) {
      const hint = 'See: portal shares revoke --help'
      throw new PortalError('usage', 'Name a link or a document, or use --all.', hint)
    }
    const app = await context.app()
    if (all) await confirm(context, 'Make every link stop working?')
    const { revoked } = await revokeShares(
      app,
      which === undefined ? { all: true } : { ref: which },
    )
    return {
      json: { revoked },
      text: () => `${revoked} ${revoked === 1 ? 'link' : 'links'} revoked.`,
      next: all
        ? `portal send <number…> mails new ones${app.config.links.renew ? '; who opens a dead one can ask for it there' : ''}`
        : `portal share ${which && !which.startsWith('sh_') ? which : '<number>'} makes a new one`,
    }
  },
})

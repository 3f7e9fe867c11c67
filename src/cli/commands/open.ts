import { openDocument } from '../../usecases/open-document.ts'
import { showConcerns } from '../../usecases/show-concerns.ts'
import { defineCommand } from '../command.ts'
import { openBrowser } from '../open-browser.ts'
import { concernLines } from '../output/concern-lines.ts'

export const open = defineCommand({
  arguments: { number: { says: 'an estimate or invoice by its number' } },
  options: { 'no-browser': { says: 'only print the address' } },
  examples: ['portal open INV-001'],
  notes: 'Your own view, drafts included: it never counts as viewed. Served by: portal serve',
  async run(context, { number }, options) {
    const app = await context.app()
    const { number: found, url } = await openDocument(app, { number })
    const concerns = await showConcerns(app, found)
    if (!options['no-browser'] && !context.globals.json) openBrowser(url)
    return {
      json: { number: found, url },
      text: (paper) => [url, ...concernLines(app, concerns, paper)].join('\n'),
      next: 'portal serve, if it does not run yet',
    }
  },
})

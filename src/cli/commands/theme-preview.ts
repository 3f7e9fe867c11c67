import { PortalError } from '../../domain/errors.ts'
import { nearest } from '../../domain/text.ts'
import { describeThemes, openPreview } from '../../open-preview.ts'
import { servePreview } from '../../server/preview/serve-preview.ts'
import { defineCommand } from '../command.ts'
import { wholeNumberOption } from '../input/whole-number-option.ts'
import { openBrowser } from '../open-browser.ts'
import { createPaper } from '../output/paper.ts'
import { untilStopped } from '../signals.ts'

export const themePreview = defineCommand({
  arguments: { name: { optional: true, says: 'a theme; the one in use without it' } },
  options: {
    port: { value: 'port', says: '0 takes a free one (4190, or the next free one)' },
    'no-open': { says: 'only print the address' },
  },
  examples: ['portal theme preview', 'portal theme preview my-look --port 4200 --no-open'],
  notes:
    'Shows every page, state, mail and PDF with made-up data, and follows when you save a file of the theme, config.yml or the logo. Only this machine can open it; your records are not touched. With --json one line says when it is ready: {"ready":true,"url":…,"pid":…}. Ctrl-C ends it.',
  async run(context, { name }, options) {
    const dir = context.dir()
    const { env, stdout } = context.around
    const { port: written } = options
    const port =
      written === undefined ? {} : { port: wholeNumberOption('port', written, { most: 65_535 }) }
    const theme = name === undefined ? {} : { theme: await knownTheme(name, dir) }
    const tools = await openPreview(dir, env)
    const preview = await servePreview(tools, { ...port, ...theme })
    const stopped = untilStopped()
    const { url } = preview
    if (context.globals.json) {
      stdout.write(`${JSON.stringify({ ready: true, url, pid: process.pid })}\n`)
    } else if (!context.globals.quiet) {
      const { paint } = await createPaper(stdout, env, context.globals)
      stdout.write(
        `Previewing at ${paint.bold(url)}\n${paint.dim('Save a file and the pages follow. Ctrl-C stops it.')}\n`,
      )
    }
    if (!options['no-open'] && !context.globals.json && stdout.isTTY) openBrowser(url)
    const code = await stopped
    await Promise.all([preview.close(), tools.close()])
    return code
  },
})

/** @throws PortalError not_found, naming those that there are */
async function knownTheme(name: string, dir: string): Promise<string> {
  const names = (await describeThemes(dir)).items.map((theme) => theme.name)
  if (names.includes(name)) return name
  const meant = nearest(name, names)
  const hint = meant
    ? `Did you mean: portal theme preview ${meant}`
    : `There are: ${names.join(', ')}. Make one: portal theme new <name>`
  throw new PortalError('not_found', `There is no theme "${name}".`, hint)
}

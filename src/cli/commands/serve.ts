import { startServer } from '../../server/serve.ts'
import { defineCommand } from '../command.ts'
import { wholeNumberOption } from '../input/whole-number-option.ts'
import { untilEnded } from '../until-ended.ts'

export const serve = defineCommand({
  arguments: {},
  options: {
    host: { value: 'host', says: 'where to listen (server.host)' },
    port: { value: 'port', says: '0 takes a free one (server.port)' },
    'no-jobs': { says: 'leave mail and pages to: portal cron' },
  },
  examples: ['portal serve', 'portal serve --host 0.0.0.0 --port 8080'],
  notes:
    'With --json one line says when it is ready: {"ready":true,"url":…,"pid":…}. SIGTERM ends it.',
  async run(context, _, { host, port, 'no-jobs': noJobs }) {
    const { stdout } = context.around
    const number =
      port === undefined ? {} : { port: wholeNumberOption('port', port, { most: 65_535 }) }
    const app = await context.app()
    const server = await startServer(app, {
      ...number,
      ...(host === undefined ? {} : { host }),
      ...(noJobs ? { jobs: false } : {}),
    })
    const ended = untilEnded(server)
    const { url } = server
    if (context.globals.json) {
      stdout.write(`${JSON.stringify({ ready: true, url, pid: process.pid })}\n`)
    } else if (!context.globals.quiet) {
      stdout.write(`${servedAt(url, app.config.public_url)} Ctrl-C stops it.\n`)
    }
    return ended
  },
})

/** Links lead to public_url: whoever serves elsewhere, without a web server in front, is told in time. */
function servedAt(url: string, publicUrl: string): string {
  return url === publicUrl
    ? `Serving ${url}.`
    : `Serving ${url}; links lead to ${publicUrl} (public_url in config.yml).`
}

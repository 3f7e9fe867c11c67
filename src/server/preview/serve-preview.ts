import { createServer } from 'node:http'
import { PortalError } from '../../domain/errors.ts'
import { listen } from '../listen.ts'
import { stop } from '../stop.ts'
import { createAnswers } from './answers.ts'
import { createLive } from './live.ts'
import { createStage } from './stage.ts'
import type { PreviewTools } from './tools.ts'
import { watchFiles } from './watch-files.ts'

export type RunningPreview = {
  url: string
  /** Hangs up on everybody and lets the files be. */
  close(): Promise<void>
}

/** Nobody but this machine gets to see it. */
const host = '127.0.0.1'
const firstPort = 4190
const portsToTry = 10

/**
 * Serves every page, mail and PDF of sample documents in a theme, and tells windows when its files change.
 * @param theme what is shown until another is chosen; `branding.theme` where absent
 * @param port 0 takes a free one; without it the first free one from 4190
 * @throws PortalError config_invalid, not_found for a theme that there is not, conflict for a port in use
 */
export async function servePreview(
  tools: PreviewTools,
  { theme, port }: { theme?: string; port?: number } = {},
): Promise<RunningPreview> {
  const config = await tools.config()
  const stage = createStage(tools, config)
  const live = createLive()
  const server = createServer(createAnswers({ tools, stage, live, theme: theme ?? null }))
  const taken = await takePort((number) => listen(server, host, number), port)
  const watcher = watchFiles(
    () => tools.watched(stage.config()),
    () => {
      stage.forget()
      live.changed()
    },
  )
  return {
    url: `http://${host}:${taken}`,
    async close() {
      watcher.close()
      live.close()
      await stop(server)
    },
  }
}

async function takePort(
  take: (port: number) => Promise<number>,
  wanted: number | undefined,
): Promise<number> {
  if (wanted !== undefined) return take(wanted).catch(explainPort)
  for (let port = firstPort; port < firstPort + portsToTry; port++) {
    try {
      return await take(port)
    } catch (error) {
      if (!(error instanceof PortalError) || error.code !== 'conflict') throw error
    }
  }
  return take(0)
}

function explainPort(error: unknown): never {
  if (!(error instanceof PortalError)) throw error
  const hint = 'Leave --port out: the first free one from 4190 is taken.'
  throw new PortalError(error.code, error.message, hint)
}

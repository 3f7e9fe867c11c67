import type { DevToolsEvent } from './devtools.ts'

/**
 * What a page tried that a sheet to print has no reason to: load something, go somewhere, open a frame.
 * @returns a few words for the error message, without paths (they may hold tokens); undefined if harmless
 */
export function attemptIn({ method, params }: DevToolsEvent): string | undefined {
  switch (method) {
    case 'Fetch.requestPaused':
    case 'Network.requestWillBeSent':
      return load((params.request as { url: string }).url)
    case 'Network.webTransportCreated':
    case 'Network.webSocketCreated':
      return load(String(params.url))
    case 'Page.frameScheduledNavigation':
    case 'Page.frameRequestedNavigation':
    case 'Page.frameStartedNavigating':
    case 'Page.frameNavigated':
      return `go to ${place(String(params.url ?? ''))}`
    case 'Page.frameAttached':
    case 'Target.attachedToTarget':
      return 'open a frame'
    case 'Page.windowOpen':
      return 'open a window'
    case 'Log.entryAdded':
      return refusal(params.entry as LogEntry)
    default:
      return undefined
  }
}

function load(url: string): string | undefined {
  return url.startsWith('data:') ? undefined : `load something from ${place(url)}`
}

type LogEntry = { source: string; level: string; text: string }

/** What the content policy or the browser itself refused; other entries are remarks on markup. */
function refusal({ source, level, text }: LogEntry): string | undefined {
  if (level !== 'error' || !['security', 'network'].includes(source)) return undefined
  const url = /\b(?:https?|wss?|ftp|file|blob|data|about):[^\s'"]*/.exec(text)?.[0]
  return `load something${url ? ` from ${place(url)}` : ''}`
}

function place(url: string): string {
  if (!URL.canParse(url)) return 'another address'
  const { protocol, host } = new URL(url)
  return host ? `${protocol}//${host}` : protocol
}

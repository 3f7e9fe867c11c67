import { PortalError } from '../domain/errors.ts'
import type { PdfJob } from '../ports/pdf-printer.ts'
import { attemptIn } from './attempts.ts'
import { BrowserGone, type DevToolsEvent } from './devtools.ts'
import type { Browser } from './launch.ts'
import { policyTag } from './policy.ts'

/** One page of the browser, cut off from everything, into which jobs are put one after the other. */
export type Sheet = {
  /** @throws PortalError invalid_input when the job tried to load anything or to go anywhere */
  print(job: PdfJob): Promise<Buffer>
  close(): void
}

/** Opens a page with script off, the network off, every request refused and every attempt noticed. */
export async function openSheet(browser: Browser): Promise<Sheet> {
  const { targetId } = await browser.send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
    enableBeginFrameControl: browser.drawsOnDemand,
  })
  const { sessionId } = await browser.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  })
  const send: Browser['send'] = (method, params) => browser.send(method, params, sessionId)
  const watch = watchAttempts(browser)
  await Promise.all(guards.map(([method, params]) => send(method, params)))
  const { frameTree } = await send<FrameTree>('Page.getFrameTree')
  const put = (html: string) =>
    send('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  await put(`<!doctype html>${policyTag}`)

  async function print({ html, page }: PdfJob): Promise<Buffer> {
    await put(html)
    const { data } = await send<{ data: string }>('Page.printToPDF', { ...paper[page], ...manner })
    // Asked last, of the page itself: whatever it tried has been told by the time it answers.
    checkPlace(await send<FrameTree>('Page.getFrameTree'))
    return Buffer.from(data, 'base64')
  }

  return {
    print: (job) => watch(() => print(job)),
    close: () => void browser.send('Target.closeTarget', { targetId }).catch(() => {}),
  }
}

type FrameTree = { frameTree: { frame: { id: string; url: string }; childFrames?: unknown[] } }

const guards: [method: string, params: object][] = [
  ['Emulation.setScriptExecutionDisabled', { value: true }],
  ['Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }],
  [
    'Network.emulateNetworkConditions',
    { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 },
  ],
  ['Fetch.enable', { patterns: [{ urlPattern: '*' }] }],
  ['Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }],
  ['Log.enable', {}],
  ['Page.enable', {}],
]

/** Inches. A page size in the sheet's own style (`@page`) comes first. */
const paper = {
  Letter: { paperWidth: 8.5, paperHeight: 11 },
  A4: { paperWidth: 210 / 25.4, paperHeight: 297 / 25.4 },
} as const satisfies Record<PdfJob['page'], object>

const manner = {
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  marginTop: 0,
  marginBottom: 0,
  marginLeft: 0,
  marginRight: 0,
}

/** Runs work and gives it up at the first attempt that the page makes meanwhile, or when it crashes. */
function watchAttempts(browser: Browser) {
  let fail: ((error: Error) => void) | undefined
  browser.onEvent((event: DevToolsEvent) => {
    if (event.method === 'Fetch.requestPaused') refuse(event, browser)
    if (event.method === 'Inspector.targetCrashed') return fail?.(new BrowserGone())
    const attempt = attemptIn(event)
    if (attempt) fail?.(refused(attempt))
  })
  return async function watch<T>(work: () => Promise<T>): Promise<T> {
    const failed = new Promise<never>((_, reject) => {
      fail = reject
    })
    try {
      return await Promise.race([work(), failed])
    } finally {
      fail = undefined
    }
  }
}

function refuse({ params, sessionId }: DevToolsEvent, browser: Browser): void {
  const { requestId } = params
  const answer = { requestId, errorReason: 'BlockedByClient' }
  browser.send('Fetch.failRequest', answer, sessionId).catch(() => {})
}

function checkPlace({ frameTree }: FrameTree): void {
  if (frameTree.frame.url !== 'about:blank') throw refused('go to another address')
  if (frameTree.childFrames?.length) throw refused('open a frame')
}

function refused(attempt: string): PortalError {
  return new PortalError(
    'invalid_input',
    `The sheet tried to ${attempt}; it is printed without a network, and no PDF was made.`,
    'Keep what a theme shows inside it: pictures and fonts as files of the theme, nothing from the web, no frames, no redirects.',
  )
}

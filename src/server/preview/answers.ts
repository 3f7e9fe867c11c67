import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { readFrame, readLook, schemes } from './address.ts'
import { nowherePage } from './fault-page.ts'
import { forceScheme } from './force-scheme.ts'
import { answerFrame, type Frames } from './frames.ts'
import { indexPage } from './index-page.ts'
import { reply, replyHtml } from './reply.ts'
import { samplePage } from './sample-page.ts'
import type { ShellInput } from './shell.ts'
import { type PreviewFile, previewFiles } from './tools.ts'

type Preview = Frames & { /** Null for what config.yml says. */ theme: string | null }

/** What the preview answers; whatever goes wrong ends with one answer, never with the server. */
export function createAnswers(preview: Preview): RequestListener {
  return (request, response) => {
    answer(preview, request, response).catch((error: unknown) => {
      const said = error instanceof Error ? error.message : String(error)
      replyHtml(response, 500, nowherePage(`This should not have happened: ${said}`))
    })
  }
}

async function answer(preview: Preview, request: IncomingMessage, response: ServerResponse) {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://preview')
  const frame = readFrame(pathname)
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (!isOurs(request)) {
    reply(response, 403, 'text/plain', 'Only for this machine.')
  } else if (frame) {
    await answerFrame(preview, frame, { request, response, query: searchParams })
  } else if (!isRead) {
    reply(response, 405, 'text/plain', 'Only GET.', { Allow: 'GET, HEAD' })
  } else if (pathname === '/events') {
    listenTo(preview, response)
  } else if (pathname.startsWith('/assets/')) {
    answerAsset(preview, pathname, response)
  } else {
    answerOwn(preview, pathname.slice(1), { response, query: searchParams })
  }
}

type Asked = { response: ServerResponse; query: URLSearchParams }

/** The preview's own files, the list of samples, and each of them with what stands around it. */
function answerOwn(preview: Preview, path: string, { response, query }: Asked): void {
  if (isFile(path)) {
    reply(response, 200, previewFiles[path], preview.tools.file(path))
    return
  }
  const input = shellInput(preview, query)
  const sample = input.samples.find(({ id }) => path === `view/${id}`)
  if (path === '') replyHtml(response, 200, indexPage(input))
  else if (sample) replyHtml(response, 200, samplePage(input, sample))
  else replyHtml(response, 404, nowherePage('There is nothing at this address.'))
}

function isFile(path: string): path is PreviewFile {
  return Object.hasOwn(previewFiles, path)
}

/** A name that leads here by trickery is not ours: no foreign page may read along. */
function isOurs({ headers }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '')
}

function shellInput({ stage, live, theme }: Preview, query: URLSearchParams): ShellInput {
  const { business, branding } = stage.config()
  return {
    look: readLook(query, theme ?? branding.theme),
    samples: stage.samples(),
    themes: stage.themes(),
    business: { name: business.name, locale: business.locale, theme: branding.theme },
    version: live.version(),
  }
}

/** Windows learn of each change. */
function listenTo({ live }: Preview, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  live.listen(response)
}

/** `/assets/<name>`, or `/assets/<scheme>/<name>` where the scheme does not come from the browser. */
function answerAsset({ stage }: Preview, pathname: string, response: ServerResponse): void {
  const parts = pathname.split('/').slice(2)
  const scheme = schemes.find((one) => one === parts[0])
  const asset = stage.asset(parts.slice(scheme ? 1 : 0).join('/'))
  if (!asset) {
    reply(response, 404, 'text/plain', 'There is no such file.')
    return
  }
  const isCss = asset.content_type.startsWith('text/css')
  const body = scheme && isCss ? forceScheme(asset.bytes.toString(), scheme) : asset.bytes
  reply(response, 200, asset.content_type, body)
}

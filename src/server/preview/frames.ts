import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Language, parseLanguage } from '../../domain/language.ts'
import { securityHeaders } from '../../domain/security-headers.ts'
import type { Sample } from '../../ports/sample.ts'
import { type FrameAddress, frameAddress } from './address.ts'
import { faultPage, nowherePage } from './fault-page.ts'
import { forceScheme } from './force-scheme.ts'
import type { Live } from './live.ts'
import { reply, replyHtml } from './reply.ts'
import type { Shown, Stage } from './stage.ts'
import type { PreviewTools } from './tools.ts'

export type Frames = { tools: PreviewTools; stage: Stage; live: Live }

type Asked = { request: IncomingMessage; response: ServerResponse; query: URLSearchParams }

/** Shows one sample as a customer's browser, mail program or printer would; a fault of the theme as a page. */
export async function answerFrame(
  frames: Frames,
  address: FrameAddress,
  asked: Asked,
): Promise<void> {
  const { tools, stage } = frames
  const { request, response } = asked
  request.resume()
  try {
    const shown = await stage.show(address.theme, address.lang)
    const sample = shown.samples.find(({ id }) => id === address.id)
    if (!sample) replyHtml(response, 404, nowherePage('There is no such sample.'))
    else if (address.rest.length > 0) leadOn(sample, address, response)
    else if (shown.fault) replyHtml(response, 500, faultPage(shown.fault))
    else await answerSample(frames, shown, sample, address, asked)
  } catch (error) {
    const fault = tools.explain(address.theme, error)
    replyHtml(response, 500, faultPage(fault))
  }
}

/** Links and forms of a sample lead to other samples; nothing is sent or stored. */
function leadOn({ leads }: Sample, address: FrameAddress, response: ServerResponse): void {
  if (address.rest.at(-1) === 'viewed') {
    response.writeHead(204).end()
    return
  }
  const name = address.rest.findLast((part) => Object.hasOwn(leads, part))
  const id = name === undefined ? undefined : leads[name]
  if (id === undefined) {
    replyHtml(response, 200, nowherePage('On your portal this would do something.'))
    return
  }
  const look = { ...address, width: 'fit', part: 'main' } as const
  response.writeHead(303, { Location: frameAddress(look, id), 'Cache-Control': 'no-store' }).end()
}

async function answerSample(
  { tools }: Frames,
  { renderer, config }: Shown,
  sample: Sample,
  { theme, lang, scheme, id }: FrameAddress,
  { response, query }: Asked,
): Promise<void> {
  const isOther = query.get('part') === 'other'
  if (sample.kind === 'page') {
    const chosen = parseLanguage(query.get('lang'))
    if (chosen) await renderer.speak(chosen)
    const path = `/s/${theme}/${lang}/${scheme}/${id}`
    replyPage(response, forceScheme(sample.html(renderer, viewOf(path, chosen)), scheme))
  } else if (sample.kind === 'mail') {
    const { subject, html, text } = sample.mail(renderer)
    if (isOther) reply(response, 200, plainText, `Subject: ${subject}\n\n${text}`)
    else replyInert(response, forceScheme(html, scheme))
  } else if (isOther) {
    replyInert(response, sample.html(renderer))
  } else {
    const bytes = await tools.print(sample.html(renderer), config)
    const name = { 'Content-Disposition': `inline; filename="${id}.pdf"` }
    reply(response, 200, 'application/pdf', bytes, name)
  }
}

const plainText = 'text/plain; charset=utf-8'

function viewOf(path: string, lang: Language | undefined) {
  return lang === undefined ? { path } : { path, lang }
}

/** With the headers of the real server, but for the frame that it stands in. */
function replyPage(response: ServerResponse, html: string): void {
  const headers = securityHeaders({ https: false })
  const policy = headers['Content-Security-Policy'] ?? ''
  reply(response, 200, 'text/html; charset=utf-8', html, {
    ...headers,
    'Content-Security-Policy': policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    'X-Frame-Options': 'SAMEORIGIN',
  })
}

/** As strict as mail programs and printers: styles within, no script, nothing from elsewhere. */
function replyInert(response: ServerResponse, html: string): void {
  reply(response, 200, 'text/html; charset=utf-8', html, {
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'",
  })
}

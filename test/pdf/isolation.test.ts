import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createPdfPrinter } from '../../src/pdf/printer.ts'
import type { PdfJob } from '../../src/ports/pdf-printer.ts'
import { readPdf } from './read-pdf.ts'
import { job } from './sheets.ts'

/** A server inside the house, as a hostile sheet would like to reach it. It must never hear a thing. */
const heard: string[] = []
const server = createServer((request, response) => {
  heard.push(`${request.method} ${request.url}`)
  response.end('<p>INTERNAL SECRET</p>')
})
server.on('connection', () => heard.push('a connection'))
await once(server.listen(0, '127.0.0.1'), 'listening')
const { port } = server.address() as AddressInfo
const inside = `http://127.0.0.1:${port}`

const dir = mkdtempSync(join(tmpdir(), 'portal-test-'))
const secretFile = join(dir, 'secret.txt')
writeFileSync(secretFile, 'FILE SECRET')
const fileUrl = pathToFileURL(secretFile).href

const printer = await createPdfPrinter()
afterAll(async () => {
  await printer.close()
  server.close()
  rmSync(dir, { recursive: true })
})
afterEach(() => expect(heard).toEqual([]))

/** Each of these is refused: no PDF, an error that says why. */
const refusals = {
  'a picture': `<img src="${inside}/t.png">`,
  'a picture set': `<img srcset="${inside}/1x.png 1x, ${inside}/2x.png 2x">`,
  'a picture element': `<picture><source srcset="${inside}/s.webp"><img src="data:,"></picture>`,
  'a picture by a local name': `<img src="http://localhost:${port}/n.png">`,
  'a picture by IPv6': `<img src="http://[::1]:${port}/6.png">`,
  'a video and its poster': `<video src="${inside}/v.mp4" poster="${inside}/p.png"></video>`,
  'a sound': `<audio src="${inside}/a.mp3" preload="auto" controls></audio>`,
  'an input picture': `<input type="image" src="${inside}/i.png">`,
  'a style sheet': `<link rel="stylesheet" href="${inside}/s.css">`,
  'a style sheet within a style': `<style>@import url("${inside}/i.css");</style>`,
  'a background': `<div style="background: url(${inside}/b.png)">x</div>`,
  'a list mark': `<ul style="list-style-image: url(${inside}/l.png)"><li>x</ul>`,
  'generated content': `<style>p::before{content:url(${inside}/c.png)}</style><p>x`,
  'a border picture': `<div style="border: 9px solid; border-image: url(${inside}/b.png) 3">x</div>`,
  'a font': `<style>@font-face{font-family:F;src:url(${inside}/f.woff2)}p{font-family:F}</style><p>x`,
  'a mask': `<div style="mask-image: url(${inside}/m.png); background: red">x</div>`,
  'a frame': `<iframe src="${inside}/f"></iframe>`,
  'a frame with its own source': `<iframe srcdoc="<img src='${inside}/d.png'>"></iframe>`,
  'a frame of data': `<iframe src="data:text/html,<img src='${inside}/d.png'>"></iframe>`,
  'a frame without a page': '<iframe></iframe>',
  'an object': `<object data="${inside}/o"></object>`,
  'an embedded thing': `<embed src="${inside}/e">`,
  'a drawing with a picture': `<svg><image href="${inside}/s.png" width="9" height="9"/></svg>`,
  'a drawing that uses another': `<svg><use href="${inside}/u.svg#a"/></svg>`,
  'a drawing with a filter': `<svg><filter id="f"><feImage href="${inside}/f.png"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>`,
  'a drawing with a foreign frame': `<svg><foreignObject><iframe src="${inside}/x"></iframe></foreignObject></svg>`,
  prefetch: `<link rel="prefetch" href="${inside}/p">`,
  preload: `<link rel="preload" as="image" href="${inside}/p.png">`,
  'a preloaded module': `<link rel="modulepreload" href="${inside}/m.js">`,
  'an icon': `<link rel="icon" href="${inside}/favicon.ico">`,
  'another base': `<base href="${inside}/"><img src="x.png">`,
  'a refresh': `<meta http-equiv="refresh" content="0; url=${inside}/r">`,
  'a late refresh': `<meta http-equiv="refresh" content="3600; url=${inside}/r">`,
  'a refresh of itself': '<meta http-equiv="refresh" content="1">',
  'a refresh to data': '<meta http-equiv="refresh" content="0; url=data:text/html,x">',
  'a refresh where script is off': `<noscript><meta http-equiv="refresh" content="0; url=${inside}/r"></noscript>`,
  'a style for screens only': `<style media="screen">p{background:url(${inside}/m.png)}</style><p>x`,
  'a file in a frame': `<iframe src="${fileUrl}"></iframe>`,
  'a file as a picture': `<img src="${fileUrl}">`,
  'a file as an object': `<object data="${fileUrl}"></object>`,
  'a file as a style sheet': `<link rel="stylesheet" href="${fileUrl}">`,
}

/** These ask for nothing that is seen; the sheet is printed, and still nothing goes out. */
const harmless = {
  'a look-up in advance': '<link rel="dns-prefetch" href="//leak.example">',
  'a connection in advance': `<link rel="preconnect" href="${inside}">`,
  'a page made in advance': `<link rel="prerender" href="${inside}/p">`,
  'rules for pages in advance': `<script type="speculationrules">{"prefetch":[{"urls":["${inside}/p"]}]}</script>`,
  'a manifest': `<link rel="manifest" href="${inside}/m.json">`,
  'a script': `<script src="${inside}/s.js"></script>`,
  'a script in the page': `<script>fetch('${inside}/f'); document.title = 'changed'</script>`,
  'a script in an attribute': `<img src="data:," onerror="location='${inside}/l'">`,
  'a form': `<form action="${inside}/f" method="post"><button autofocus>x</button></form>`,
  'a ping': `<a href="mailto:a@example.com" ping="${inside}/p">x</a>`,
  'a picture without a scheme': `<img src="//127.0.0.1:${port}/r.png">`,
}

describe('a sheet is not printed when it asks for', () => {
  test.each(Object.entries(refusals))('%s', async (_, html) => {
    await expect(printer.print(sheetWith(html))).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('no PDF was made'),
    })
    const { text } = readPdf(await printer.print(job('the next sheet')))
    expect(text.trim()).toBe('the next sheet')
  })
})

describe('a sheet is printed but reaches nothing with', () => {
  test.each(Object.entries(harmless))('%s', async (_, html) => {
    const { text, info } = readPdf(await printer.print(sheetWith(html)))
    expect(text).toContain('text')
    expect(info.Title).toBe('Invoice INV-001')
  })
})

test('the error names the host but not the path, which may hold a token', async () => {
  const error = await printer.print(job(`<img src="${inside}/secret-token">`)).catch((one) => one)
  expect(error.message).toContain(inside)
  expect(error.message).not.toContain('secret-token')
})

/** Where such a thing would stand: in the head what belongs there, everything else in the text. */
function sheetWith(html: string): PdfJob {
  const isForHead = /^<(link|meta|style|base|script|noscript)/.test(html)
  return isForHead
    ? job('text <p>x', { head: `<title>Invoice INV-001</title>${html}` })
    : job(`text ${html}`)
}

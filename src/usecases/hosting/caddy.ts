import type { Headers } from '../../domain/security-headers.ts'
import { assetCaching, type Places, patterns, robotsCaching } from './places.ts'

/** For Caddy, as a whole: the same as for nginx, and it gets and renews its certificate by itself. */
export function caddyfile(places: Places): string {
  const headers = block(`(${common})`, headerBlock(places.headers))
  return [...about, '', ...options, '', ...headers, '', ...site(places), ''].join('\n')
}

const about = [
  '# Written by `portal build`, and written anew when config.yml changes. To use it, let /etc/caddy/Caddyfile',
  '# hold only this line: import <this file>',
  '# What else is needed is told in docs/hosting/caddy.md.',
]

const options = block('', [
  '# Paths are secrets here: they are not to rest in a log.',
  ...block('log', ['exclude http.log.error']),
])

const common = 'portal-headers'

function site(places: Places): string[] {
  return block(address(places), [
    ...(places.is_local ? [`bind ${bound(places.host)}`] : []),
    `root * ${quoted(places.root)}`,
    'encode gzip',
    'header -Server',
    '',
    '# In another language than its own it is not there as a file.',
    ...matcher('page', patterns.page, '{path}.html', 'not query lang=*'),
    ...block('handle @page', [`import ${common}`, 'rewrite * {path}.html', 'file_server']),
    ...matcher('pdf', patterns.pdfFile, '{path}'),
    ...block('handle @pdf', [
      `import ${common}`,
      'header Content-Disposition attachment',
      'file_server',
    ]),
    ...matcher('asset', patterns.asset, '{path}'),
    ...block('handle @asset', [
      `import ${common}`,
      `header Cache-Control ${quoted(assetCaching)}`,
      ...block('file_server', ['precompressed br gzip']),
    ]),
    ...matcher('robots', '^/robots.txt$', '{path}'),
    ...block('handle @robots', [
      `import ${common}`,
      `header Cache-Control ${quoted(robotsCaching)}`,
      'file_server',
    ]),
    ...block('handle', handOn(places)),
    '',
    ...block('handle_errors', [
      `import ${common}`,
      'method GET',
      '# The page in its own language, and the PDF that lies beside it; not for who sent something there.',
      ...matcher('page_file', patterns.page, '{path}.html', wasRead),
      ...block('handle @page_file', [
        'rewrite * {path}.html',
        ...block('file_server', ['status 200']),
      ]),
      ...matcher('pdf_file', patterns.pdf, '{path}.pdf', wasRead),
      ...block('handle @pdf_file', [
        '@inline query inline=1',
        '@download not query inline=1',
        'header @inline Content-Disposition inline',
        'header @download Content-Disposition attachment',
        'rewrite * {path}.pdf',
        ...block('file_server', ['status 200']),
      ]),
      `@unknown path_regexp ${patterns.page}`,
      ...block('handle @unknown', unknown),
      `@action path_regexp ${patterns.action}|${patterns.pdf}|${patterns.typed}`,
      ...block('handle @action', [
        'header Retry-After 60',
        'rewrite * /503.html',
        ...block('file_server', ['status 503']),
      ]),
      ...block('handle', unknown),
    ]),
  ])
}

/** Without a limit whoever asks a `portal serve` that hangs would wait for ever, and get no file instead. */
function handOn({ upstream }: Places): string[] {
  const limits = ['dial_timeout 3s', 'response_header_timeout 60s']
  return block(`reverse_proxy ${upstream}`, block('transport http', limits))
}

/** Before errors made a GET of it. */
const wasRead = "expression `{http.request.orig_method} in ['GET', 'HEAD']`"

const unknown = ['rewrite * /404.html', ...block('file_server', ['status 404'])]

function address({ protocol, host, port }: Places): string {
  const isUsual = port === (protocol === 'https:' ? '443' : '80')
  return `${protocol}//${host}${isUsual ? '' : `:${port}`}`
}

function bound(host: string): string {
  return host === 'localhost' ? '127.0.0.1' : host.replace(/[[\]]/g, '')
}

/** A file that is there, asked for as it may be and in no roundabout way. */
function matcher(name: string, pattern: string, file: string, ...further: string[]): string[] {
  /* `path_regexp` tidies a path up before: by way of /assets/../ nothing is found. */
  const exactly = `expression \`{path}.matches(r'${pattern}')\``
  const conditions = ['method GET HEAD', exactly, `file ${file}`, ...further]
  return block(`@${name}`, conditions)
}

/** No ETag: it would be made of time and size, which two states of a page can share. */
function headerBlock(headers: Headers): string[] {
  const lines = Object.entries(headers).map(([name, value]) => `${name} ${quoted(value)}`)
  return [...block('header', lines), ...block('header', ['-Etag', '-Last-Modified', 'defer'])]
}

function block(head: string, lines: string[]): string[] {
  const begin = head === '' ? '{' : `${head} {`
  return [begin, ...lines.map((line) => (line === '' ? '' : `\t${line}`)), '}']
}

function quoted(text: string): string {
  return /^[\w/.{}:-]+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`
}

import type { Headers } from '../../domain/security-headers.ts'
import {
  asked,
  assetCaching,
  compressible,
  type Places,
  patterns,
  robotsCaching,
} from './places.ts'

/**
 * For nginx, to be included in its `http` part: files of `site/` are served as they are, everything else is
 * handed on to `portal serve`; while that does not answer, a page says so.
 */
export function nginxConf(places: Places): string {
  const parts = [caching(places), dollar(places), redirect(places), server(places)]
  const blocks = parts.filter((part) => part !== '')
  return [...about, '', ...blocks, ''].join('\n')
}

const about = [
  '# Written by `portal build`, and written anew when config.yml changes. To use it, include it where nginx',
  '# includes its sites: ln -s <this file> /etc/nginx/sites-enabled/portal.conf && systemctl reload nginx',
  '# What else is needed is told in docs/hosting/nginx.md.',
]

/** A request so broken that nginx never gets to the places below must not be kept by a cache either. */
function caching({ headers }: Places): string {
  return block('map $caching $portal_caching', [
    `"" ${quoted(headers['Cache-Control'] ?? '')};`,
    'default $caching;',
  ])
}

/** nginx takes `$` in a path for the beginning of a variable; only a variable can stand for it. */
const dollarName = 'portal_dollar'

function dollar({ root }: Places): string {
  return root.includes('$') ? block(`geo $${dollarName}`, ['default "$";']) : ''
}

function server(places: Places): string {
  return block('server', [
    ...listen(places),
    `server_name ${places.host};`,
    `root ${quoted(places.root).split('$').join(`\${${dollarName}}`)};`,
    ...settings,
    '',
    ...files(places),
    '',
    ...locations(places),
  ])
}

const settings = [
  'charset utf-8;',
  `charset_types ${compressible.join(' ')};`,
  'server_tokens off;',
  '# Paths are secrets here: they are not to rest in a log.',
  'access_log off;',
  'error_log stderr crit;',
  '# Drawn signatures and the events of payment providers are the largest that is sent here.',
  'client_max_body_size 600k;',
  'gzip on;',
  'gzip_vary on;',
  `gzip_types ${compressible.join(' ')};`,
  'recursive_error_pages on;',
  '# What nginx refuses by itself (TRACE): `portal serve` says what may be done there instead.',
  'error_page 405 = @other;',
]

/** What all files have in common; places set the variables. */
function files({ headers }: Places): string[] {
  return [
    '# The same for all files but for what a place below sets; an empty header is not sent. No ETag: it would be made of',
    '# second and size, which two states of a page can share.',
    'set $caching "";',
    'set $disposition "";',
    'set $retry "";',
    'set $pdf_disposition attachment;',
    'if ($arg_inline = 1) { set $pdf_disposition inline; }',
    '# Only what is asked for in just this way is there as a file: nothing by way of /assets/../',
    'set $asked /no-such-file;',
    `if ($request_uri ~ "${asked}") { set $asked $1; }`,
    '# In another language than its own (?lang=) a page is not; it is shown where nothing answers.',
    'set $page $asked;',
    'if ($arg_lang) { set $page /no-such-file; }',
    ...headerLines({ ...headers, ...varying }),
    'etag off;',
    'if_modified_since off;',
    'max_ranges 0;',
  ]
}

function locations(places: Places): string[] {
  return [
    ...location(`~ "${patterns.page}"`, [
      'mirror /opened;',
      'mirror_request_body off;',
      'try_files $page.html @page;',
      'error_page 405 = @other;',
    ]),
    ...opened(places),
    ...location(`~ "${patterns.pdf}"`, [
      '# It notes that the PDF was fetched; the file stands in for it where nothing answers.',
      'error_page 502 504 = @pdf;',
      ...handOn(places),
    ]),
    ...location('@pdf', [
      'set $disposition $pdf_disposition;',
      'error_page 404 =503 /503.html;',
      'try_files $asked.pdf =404;',
    ]),
    ...location(`~ "${patterns.pdfFile}"`, [
      'set $disposition attachment;',
      'try_files $asked @other;',
      'error_page 405 = @other;',
    ]),
    ...location(`~ "${patterns.asset}"`, [
      `set $caching ${quoted(assetCaching)};`,
      'try_files $uri @other;',
      'error_page 405 = @other;',
      'gzip_static on;',
    ]),
    ...location('= /robots.txt', [
      `set $caching ${quoted(robotsCaching)};`,
      'try_files $uri @other;',
      'error_page 405 = @other;',
    ]),
    ...location(`~ "${patterns.action}|${patterns.typed}"`, ['try_files /no-such-file @action;']),
    ...location('/', ['try_files /no-such-file @other;']),
    ...location('@page', ['error_page 502 504 = @file;', ...handOn(places)]),
    ...location('@file', ['error_page 404 /404.html;', 'try_files $asked.html =404;']),
    ...location('@other', ['error_page 502 504 =404 /404.html;', ...handOn(places)]),
    ...location('@action', ['error_page 502 504 =503 /503.html;', ...handOn(places)]),
    ...location('= /404.html', ['internal;']),
    ...location('= /503.html', ['internal;', 'set $retry 60;']),
  ]
}

/** Tells `portal serve` that a page was fetched, behind the visitor's back: nobody waits for its answer. */
function opened(places: Places): string[] {
  return location('= /opened', [
    'internal;',
    '# Where there is no file, `portal serve` is asked for the page anyway.',
    'if (!-f $document_root$asked.html) { return 204; }',
    'proxy_pass_request_body off;',
    'proxy_set_header Content-Length "";',
    'proxy_read_timeout 3s;',
    ...handOn(places, '$asked'),
  ])
}

const varying = {
  'Cache-Control': '$portal_caching',
  'Content-Disposition': '$disposition',
  'Retry-After': '$retry',
  'Last-Modified': '',
}

function handOn({ upstream, protocol }: Places, path = ''): string[] {
  return [
    `proxy_pass http://${upstream}${path};`,
    'proxy_http_version 1.1;',
    'proxy_set_header Host $host;',
    'proxy_set_header Connection "";',
    '# Not what the client claims: `server.trust_proxy: true` in config.yml believes this.',
    'proxy_set_header X-Forwarded-For $remote_addr;',
    `proxy_set_header X-Forwarded-Proto ${protocol.replace(':', '')};`,
    'proxy_connect_timeout 3s;',
    '# Its answers carry all headers already: any header here keeps those above from being added.',
    'add_header Retry-After "";',
  ]
}

function listen({ protocol, host, port, is_local }: Places): string[] {
  const how = protocol === 'https:' ? ' ssl http2' : ''
  const addresses = is_local ? [`${host === 'localhost' ? '127.0.0.1' : host}:`] : ['', '[::]:']
  const lines = addresses.map((address) => `listen ${address}${port}${how};`)
  if (protocol !== 'https:') return lines
  return [
    ...lines,
    `ssl_certificate /etc/letsencrypt/live/${host}/fullchain.pem;`,
    `ssl_certificate_key /etc/letsencrypt/live/${host}/privkey.pem;`,
    'ssl_session_cache shared:portal:1m;',
  ]
}

function redirect({ protocol, host, port, is_local }: Places): string {
  if (protocol !== 'https:' || port !== '443' || is_local) return ''
  return block('server', [
    'listen 80;',
    'listen [::]:80;',
    `server_name ${host};`,
    'access_log off;',
    ...location('/.well-known/acme-challenge/', ['root /var/www/letsencrypt;']),
    ...location('/', [`return 301 https://${host}$request_uri;`]),
  ])
}

function headerLines(headers: Headers): string[] {
  return Object.entries(headers).map(([name, value]) =>
    value.startsWith('$')
      ? `add_header ${name} ${value} always;`
      : `add_header ${name} ${quoted(value)} always;`,
  )
}

function location(which: string, lines: string[]): string[] {
  return block(`location ${which}`, lines).split('\n')
}

function block(head: string, lines: string[]): string {
  return [`${head} {`, ...lines.map((line) => (line === '' ? '' : `    ${line}`)), '}'].join('\n')
}

/** A text of nginx; `$` cannot be escaped there, and is in none of these. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

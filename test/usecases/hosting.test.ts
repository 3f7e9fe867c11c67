import { describe, expect, test } from 'vitest'
import { checkConfig } from '../../src/config/check.ts'
import type { Config } from '../../src/config/schema.ts'
import { paths } from '../../src/server/paths.ts'
import { hostingFiles } from '../../src/usecases/hosting/hosting-files.ts'
import { patterns } from '../../src/usecases/hosting/places.ts'

const token = '0123456789abcdefghjkmnpqrstvwxyz'
const dir = '/srv/portal'

type Written = { nginx: string; caddy: string }

function filesFor(settings: Record<string, unknown>, workspace = dir): Written {
  const { config, problems } = checkConfig({ business: { name: 'Acme' }, ...settings }, {})
  expect(problems).toEqual([])
  const files = hostingFiles(config as Config, workspace)
  const text = (name: string) => String(files.find(({ path }) => path === name)?.bytes)
  return { nginx: text('nginx.conf'), caddy: text('Caddyfile') }
}

test('every path of the portal is a file, or known as what only the action server can do', () => {
  const files = ['page', 'pdf', 'receipt', 'receiptPdf', 'asset', 'robots']
  for (const [name, { patterns: own }] of Object.entries(paths)) {
    for (const pattern of own) {
      const path = pattern.replace(':token', token).replaceAll(/:\w+/g, 'x1')
      const kind = Object.entries(patterns).find(([, text]) => new RegExp(text).test(path))?.[0]
      if (path === '/robots.txt') continue
      const expected = files.includes(name) ? ['page', 'pdf', 'asset'] : ['action']
      expect(expected, `${name} ${path}`).toContain(kind)
    }
  }
})

describe('a portal on the web', () => {
  const made = filesFor({ public_url: 'https://portal.example.com', server: { port: 4190 } })

  test('is served over https only', () => {
    expect(made.nginx).toContain('listen 443 ssl http2;')
    expect(made.nginx).toContain('return 301 https://portal.example.com$request_uri;')
    expect(made.nginx).toContain('Strict-Transport-Security "max-age=31536000" always;')
    expect(made.caddy).toContain('\nhttps://portal.example.com {')
    expect(made.caddy).toContain('Strict-Transport-Security')
    expect(made.caddy).not.toContain('bind')
  })

  test('hands on to the port where `portal serve` listens', () => {
    expect(made.nginx).toContain('proxy_pass http://127.0.0.1:4190;')
    expect(made.caddy).toContain('reverse_proxy 127.0.0.1:4190')
  })

  test('waits for it within limits, as nginx does by itself, and then shows the file', () => {
    expect(made.caddy).toMatch(/transport http \{\s+dial_timeout 3s\s+response_header_timeout 60s/)
  })

  test('lets no log keep its paths', () => {
    expect(made.nginx.match(/access_log off;/g)).toHaveLength(2)
    expect(made.caddy).toContain('exclude http.log.error')
  })
})

test('a portal that is tried out listens on the loopback address only', () => {
  const { nginx, caddy } = filesFor({ public_url: 'http://localhost:8080' })
  expect(nginx).toContain('listen 127.0.0.1:8080;')
  expect(nginx).not.toMatch(/listen \[|ssl/)
  expect(caddy).toContain('\tbind 127.0.0.1')
  const encrypted = filesFor({ public_url: 'https://localhost:8443' })
  expect(encrypted.nginx).toContain('listen 127.0.0.1:8443 ssl http2;\n')
  expect(encrypted.nginx).toContain('ssl_certificate /')
})

test('an own port and an address of IPv6 are written as each server wants them', () => {
  const { nginx, caddy } = filesFor({
    public_url: 'https://portal.example.com:8443',
    server: { host: '::1', port: 4180 },
  })
  expect(nginx).toContain('listen 8443 ssl http2;')
  expect(nginx).not.toContain('listen 80;')
  expect(nginx).toContain('proxy_pass http://[::1]:4180;')
  expect(caddy).toContain('\nhttps://portal.example.com:8443 {')
})

test('nginx takes no part of the path of the workspace for a variable', () => {
  const { nginx } = filesFor({}, '/srv/big$money')
  expect(nginx).toContain('geo $portal_dollar {\n    default "$";\n}')
  expect(nginx).toMatch(/root "\/srv\/big\$\{portal_dollar\}money\/site";/)
  expect(filesFor({}).nginx).not.toContain('geo ')
})

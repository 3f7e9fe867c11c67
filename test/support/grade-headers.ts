/** What auditors of headers find: Google's evaluator of policies and Mozilla's Observatory, as far as they touch us. */
import type { IncomingHttpHeaders } from 'node:http'

/** The findings about an answer; none when nobody has anything to say. */
export function gradeHeaders(
  headers: IncomingHttpHeaders,
  { https }: { https: boolean },
): string[] {
  const text = (name: string) => String(headers[name] ?? '')
  const findings = policyFindings(text('content-security-policy'))
  const expect = (ok: boolean, finding: string) => {
    if (!ok) findings.push(finding)
  }
  expect(!('set-cookie' in headers), 'a cookie')
  expect(!('access-control-allow-origin' in headers), 'open to other origins')
  expect(text('x-content-type-options') === 'nosniff', 'types may be guessed')
  expect(text('x-frame-options') === 'DENY', 'may be framed by old browsers')
  expect(
    /^(no-referrer|same-origin|strict-origin)$/.test(text('referrer-policy')),
    'referrers tell',
  )
  expect(text('cross-origin-resource-policy') === 'same-origin', 'may be embedded elsewhere')
  expect(text('cross-origin-opener-policy') === 'same-origin', 'shares its window')
  const age = Number(/max-age=(\d+)/.exec(text('strict-transport-security'))?.[1] ?? 0)
  expect(!https || age >= 15_768_000, 'https is not kept for half a year')
  expect(!/\d/.test(text('server')), 'names the version of its server')
  expect(!('x-powered-by' in headers), 'names what it is made with')
  return findings
}

/** What `default-src` stands in for. */
const fetched = ['script-src', 'style-src', 'img-src', 'font-src', 'connect-src', 'object-src']
const closed = ['default-src', 'base-uri', 'object-src', 'frame-ancestors']

function policyFindings(policy: string): string[] {
  const directives = new Map(
    policy.split(';').map((one) => {
      const [name = '', ...values] = one.trim().split(/\s+/)
      return [name, values]
    }),
  )
  const sources = (name: string) => directives.get(name)?.join(' ') ?? ''
  const allowed = (name: string) => (directives.has(name) ? sources(name) : sources('default-src'))
  return [
    ...(policy.split(';').length === directives.size ? [] : ['a directive twice']),
    ...(/unsafe-|\*|\bdata:|\bblob:|https?:|nonce-/.test(policy)
      ? ['more than its own files']
      : []),
    ...closed.filter((name) => sources(name) !== "'none'"),
    ...fetched.filter((name) => !/^'(self|none)'$/.test(allowed(name))),
    ...(sources('form-action') === "'self'" ? [] : ['form-action']),
    ...(sources('require-trusted-types-for') === "'script'" ? [] : ['trusted types']),
  ]
}

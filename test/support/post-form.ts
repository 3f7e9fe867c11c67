import type { HttpAnswer } from './http-request.ts'
import type { TestPortal } from './test-portal.ts'

/** Sends a form as a browser does, its fields or a body that is encoded already. */
export function post(
  portal: Pick<TestPortal, 'ask'>,
  path: string,
  fields: Record<string, string> | string = {},
  headers: Record<string, string> = {},
): Promise<HttpAnswer> {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString()
  return portal.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  })
}

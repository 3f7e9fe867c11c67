/** John Smith has the review page of EST-001 before him. */
import { expect } from 'vitest'
import { post } from '../support/post-form.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

export type Approving = {
  portal: TestPortal
  path: string
  /** As the page gives it, filled in as most do. */
  form: Record<string, string>
  approve(
    changes?: Record<string, string>,
    headers?: Record<string, string>,
  ): ReturnType<typeof post>
  state(): Promise<string>
  /** Nobody has approved anything. */
  expectNothing(): Promise<void>
}

export async function openApproving(): Promise<Approving> {
  const portal = await openTestPortal()
  const path = await portal.link('EST-001')
  const form = {
    version: await portal.version('EST-001'),
    signer_name: 'John Smith',
    signature_kind: 'typed',
    consent: 'yes',
  }
  return {
    portal,
    path,
    form,
    approve: (changes = {}, headers = {}) =>
      post(portal, `${path}/approve`, { ...form, ...changes }, headers),
    state: async () => (await portal.show('EST-001')).state,
    async expectNothing() {
      expect(await portal.show('EST-001')).toMatchObject({ state: 'sent', approval: null })
      expect(await portal.story('EST-001')).not.toContain('approved')
    },
  }
}

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shareUrl } from '../../src/domain/link.ts'
import { findUnsubscribeShare, listUnsubscribes } from '../../src/store/unsubscribes.ts'
import { remindByHand } from '../../src/usecases/remind-by-hand.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

let portal: TestPortal
let path: string

beforeEach(async () => {
  portal = await openTestPortal()
  await sendDocuments(portal.app, { numbers: ['INV-001'] })
  await remindByHand(portal.app, { rule: 'reminders', number: 'INV-001', dry_run: false })
  const { id } = await portal.show('INV-001')
  const share = await findUnsubscribeShare(portal.app.db.read, id)
  if (!share) throw new Error('The reminder has no link to stop it.')
  path = new URL(shareUrl(portal.app.config.public_url, portal.app.linkKey, share)).pathname
})
afterEach(() => portal.close())

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const post = (body: string, headers: Record<string, string> = form) =>
  portal.ask(path, { method: 'POST', headers, body })

/** What is stopped: of one document, or all. */
async function stopped(): Promise<string[]> {
  const { customer_id } = await portal.show('INV-001')
  const said = await listUnsubscribes(portal.app.db.read, customer_id)
  return said.map(({ document_id }) => (document_id === null ? 'all' : 'one'))
}

describe('the page that stops reminders', () => {
  test('asks which, and to look at it changes nothing', async () => {
    const { status, text } = await portal.ask(path)
    expect(status).toBe(200)
    expect(text).toContain('data-kind="stop"')
    expect(text).toContain('data-state="asking"')
    expect(text).toContain('Stop reminders about Invoice INV-001')
    expect(text).toContain('Stop all reminders from Acme Remodeling')
    expect(await stopped()).toEqual([])
    expect(await portal.story('INV-001')).not.toContain('opened')
  })

  test('stops those of one document, then all', async () => {
    const first = await post('scope=document')
    expect([first.status, first.headers.location]).toEqual([303, path])
    const { text } = await portal.ask(path)
    expect(text).toContain('You will receive no more reminders about Invoice INV-001.')
    expect(text).not.toContain('value="document"')
    expect((await post('scope=customer')).status).toBe(303)
    const after = await portal.ask(path)
    expect(after.text).toContain('no more reminders from Acme Remodeling.')
    expect(after.text).not.toContain('<form')
    expect(await stopped()).toEqual(['one', 'all'])
    await post('scope=customer')
    expect(await stopped()).toEqual(['one', 'all'])
    expect((await portal.story('INV-001')).slice(-2)).toEqual([
      'reminders_stopped',
      'reminders_stopped',
    ])
  })

  test('asks again where nothing was chosen', async () => {
    for (const body of ['', 'scope=everything']) {
      const { status, text } = await post(body)
      expect(status).toBe(422)
      expect(text).toContain('id="errors"')
    }
    expect(await stopped()).toEqual([])
  })

  test('takes its form from no other site', async () => {
    const others = [
      ['sec-fetch-site', 'cross-site'] as const,
      ['origin', 'https://evil.example'] as const,
    ]
    for (const [name, value] of others) {
      expect((await post('scope=customer', { ...form, [name]: value })).status).toBe(403)
    }
    expect(await stopped()).toEqual([])
  })

  test('works as long as mails with its link lie around, whatever became of the invoice', async () => {
    await revokeShares(portal.app, { ref: 'INV-001' })
    await revokeShares(portal.app, { all: true })
    expect((await post('scope=document')).status).toBe(303)
    expect(await stopped()).toEqual(['one'])
  })

  test('opens with no other token, and its token opens nothing else', async () => {
    const token = path.split('/').at(-1)
    for (const other of [`/u/${'0'.repeat(32)}`, `/i/${token}`, `/r/${token}`, `/i/${token}/pdf`]) {
      expect((await portal.ask(other)).status).toBe(404)
    }
    const invoice = await portal.link('INV-001')
    expect((await portal.ask(invoice.replace('/i/', '/u/'))).status).toBe(404)
  })
})

describe('one click in a mail program', () => {
  test('stops all reminders, from wherever mail is read, and is not sent elsewhere', async () => {
    const headers = { ...form, origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' }
    const { status, text } = await post('List-Unsubscribe=One-Click', headers)
    expect([status, text]).toEqual([200, 'Reminders are stopped.\n'])
    expect(await stopped()).toEqual(['all'])
  })

  test('may come as the other kind of form', async () => {
    const body = [
      '--x',
      'Content-Disposition: form-data; name="List-Unsubscribe"',
      '',
      'One-Click',
      '--x--',
      '',
    ].join('\r\n')
    const type = { 'content-type': 'multipart/form-data; boundary=x' }
    expect((await post(body, type)).status).toBe(200)
    expect(await stopped()).toEqual(['all'])
  })

  test('is nothing that a longer text can hide', async () => {
    expect((await post(`a=${'x'.repeat(5000)}`)).status).toBe(413)
  })
})

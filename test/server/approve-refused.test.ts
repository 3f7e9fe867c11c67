import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { approveVersion } from '../../src/domain/approve-version.ts'
import { consentFor } from '../../src/domain/consent.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { openDocument } from '../../src/usecases/open-document.ts'
import { dataUrl, png } from '../ink/drawings.ts'
import { post } from '../support/post-form.ts'
import { openTestPortal } from '../support/test-portal.ts'
import { type Approving, openApproving } from './approving.ts'

let portal: Approving['portal']
let path: string
let form: Approving['form']
let approve: Approving['approve']
let state: Approving['state']
let expectNothing: Approving['expectNothing']

beforeEach(async () => {
  ;({ portal, path, form, approve, state, expectNothing } = await openApproving())
})
afterEach(() => portal.close())

describe('a form with something missing is shown again with what was typed', () => {
  const name = 'Joan “Jo” O’Neil <script>alert(1)</script>'
  const kept = 'value="Joan “Jo” O’Neil &lt;script&gt;alert(1)&lt;/script&gt;"'

  test.each([
    ['no consent', { consent: '' }, '#consent'],
    ['a consent that is no yes', { consent: 'on' }, '#consent'],
    ['no way of signing', { signature_kind: '' }, '#signature'],
    ['an unknown way of signing', { signature_kind: 'stamped' }, '#signature'],
    ['nothing drawn, as without script', { signature_kind: 'drawn' }, '#signature'],
    [
      'an SVG',
      { signature_kind: 'drawn', signature: dataUrl(Buffer.from('<svg/>')) },
      '#signature',
    ],
    [
      'an empty drawing',
      { signature_kind: 'drawn', signature: dataUrl(png({ isInk: () => false })) },
      '#signature',
    ],
    [
      'a drawing of a byte too many',
      {
        signature_kind: 'drawn',
        signature: dataUrl(Buffer.concat([png(), Buffer.alloc(200 * 1024 + 1 - png().length)])),
      },
      '#signature',
    ],
  ])('%s', async (_what, changes, place) => {
    const answer = await approve({ signer_name: name, ...changes })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('id="errors"')
    expect(answer.text).toContain(`href="${place}"`)
    expect(answer.text).toContain(kept)
    expect(answer.text).not.toMatch(/<input[^>]*name="consent"[^>]*checked/)
    await expectNothing()
  })

  test.each([
    ['no name', ''],
    ['a name of spaces', ' \u3000\u00a0 '],
    ['a name with a line break', 'John\nSmith'],
    ['a name with a NUL', 'John\0Smith'],
    ['a name that turns what follows', 'John \u202ehtimS'],
    ['a name without end', 'J'.repeat(5000)],
  ])('%s', async (_what, signer_name) => {
    const answer = await approve({ signer_name })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#signer-name"')
    await expectNothing()
  })

  test('all problems at once, and the same field sent twice counts as not sent', async () => {
    const body = `version=${form.version}&signer_name=A&signer_name=B&consent=yes&consent=yes`
    const answer = await post(portal, `${path}/approve`, body)
    expect(answer.status).toBe(422)
    for (const place of ['#signer-name', '#signature', '#consent']) {
      expect(answer.text).toContain(`href="${place}"`)
    }
    await expectNothing()
  })
})

test('a way of signing that is switched off is neither offered nor taken', async () => {
  const typed = await openTestPortal({ signature: { methods: ['typed'] } })
  try {
    const link = await typed.link('EST-001')
    const page = await typed.ask(`${link}/approve`)
    expect(page.text).not.toMatch(/<canvas|sign-[0-9a-f]+\.js/)
    const drawn = { ...form, signature_kind: 'drawn', signature: dataUrl(png()) }
    const version = await typed.version('EST-001')
    expect((await post(typed, `${link}/approve`, { ...drawn, version })).status).toBe(422)
    expect((await typed.show('EST-001')).state).toBe('sent')
  } finally {
    await typed.close()
  }
})

describe('a form about something that does not stand any more', () => {
  test('shows the estimate as it is now, with the name kept and the consent to be given anew', async () => {
    const changes = { terms: 'Half in advance.' }
    await editDocument(portal.app, { number: 'EST-001', changes })
    const answer = await approve()
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('id="changed"')
    expect(answer.text).toContain('Half in advance.')
    expect(answer.text).toContain('value="John Smith"')
    await expectNothing()
    const version = await portal.version('EST-001')
    expect(answer.text).toContain(`name="version" value="${version}"`)
    expect((await approve({ version })).status).toBe(303)
  })

  test.each([
    ['name', 'Acme & Sons'],
    ['phone', '555-0199'],
    ['email', 'new@acme.example'],
    ['tax_id', '12-3456789'],
  ] as const)('shows the business by its new %s, which is then agreed to', async (field, value) => {
    portal.app.config.business[field] = value
    const answer = await approve()
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('id="changed"')
    expect(answer.text).toContain('value="John Smith"')
    await expectNothing()
    const version = /name="version" value="([^"]+)"/.exec(answer.text)?.[1] ?? ''
    expect((await approve({ version })).status).toBe(303)
    const { approval } = await portal.show('EST-001')
    expect(approval?.consent_text).toBe(consentFor(portal.app.config.business).text)
  })

  test('knows a consent that was reworded, though its version was forgotten', async () => {
    const { business } = portal.app.config
    const reworded = { text: `${consentFor(business).text} And more.` }
    const version = approveVersion(await portal.show('EST-001'), business, reworded)
    expect((await approve({ version })).status).toBe(409)
    await expectNothing()
  })

  test('is declined all the same when only the business is called otherwise', async () => {
    portal.app.config.business.name = 'Acme & Sons'
    const { version = '' } = form
    expect((await post(portal, `${path}/decline`, { version, reason: '' })).status).toBe(303)
    expect(await state()).toBe('declined')
  })

  test.each(['', 'nonsense', '1-', `1-${'0'.repeat(64)}`])(
    'or never stood: version %j',
    async (version) => {
      expect((await approve({ version })).status).toBe(409)
      await expectNothing()
    },
  )

  test('is refused when the estimate was cancelled', async () => {
    await decideDocument(portal.app, { number: 'EST-001', decision: 'void' })
    const answer = await approve()
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('data-closed="void"')
    expect(await state()).toBe('void')
  })

  test('is refused from midnight after its last day, and the page offers to ask', async () => {
    portal.setNow('2025-01-30T04:59:59Z')
    expect((await approve({ consent: '' })).status).toBe(422)
    portal.setNow('2025-01-30T05:00:00Z')
    const answer = await approve()
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('data-closed="expired"')
    await expectNothing()
    const page = await portal.ask(path)
    expect(page.status).toBe(200)
    expect(page.text).toContain('id="renew"')
    expect(page.text).not.toContain(`${path}/approve`)
  })

  test.each([
    ['for viewing only', () => portal.link('EST-001', { view_only: true })],
    ['for the owner’s own look', async () => ownLook()],
  ])('is refused from a link %s', async (_what, link) => {
    const answer = await post(portal, `${await link()}/approve`, form)
    expect(answer.status).toBe(409)
    expect(answer.text).not.toContain('id="approve"')
    await expectNothing()
  })
})

async function ownLook(): Promise<string> {
  const { url } = await openDocument(portal.app, { number: 'EST-001' })
  return new URL(url).pathname
}

describe('a form that is none of ours', () => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['another site in an older browser', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
  ])('from %s is refused', async (_from, headers) => {
    expect((await approve({}, headers)).status).toBe(403)
    await expectNothing()
  })

  test.each([
    ['at once', {}],
    ['in pieces', { 'transfer-encoding': 'chunked' }],
  ])('with more than a drawing can be is refused when sent %s', async (_how, headers) => {
    const answer = await approve({ signature: 'a'.repeat(310 * 1024) }, headers)
    expect(answer.status).toBe(413)
    await expectNothing()
  })

  test('of another type is refused', async () => {
    const answer = await post(portal, `${path}/approve`, JSON.stringify(form), {
      'content-type': 'application/json',
    })
    expect(answer.status).toBe(415)
    await expectNothing()
  })

  test('is not even read from who has no link', async () => {
    const large = { ...form, signature: 'a'.repeat(310 * 1024) }
    expect((await post(portal, `/e/${'1'.repeat(32)}/approve`, large)).status).toBe(404)
  })
})

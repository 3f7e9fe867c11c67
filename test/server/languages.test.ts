/** A customer chooses the language of a page: by its address alone, without a cookie, and nothing is changed. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { consentFor } from '../../src/domain/consent.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { post } from '../support/post-form.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

let portal: TestPortal

beforeEach(async () => {
  portal = await openTestPortal({
    payments: { sandbox: { enabled: true }, partial: { enabled: true, minimum: '10.00' } },
  })
})
afterEach(() => portal.close())

const text = async (path: string) => (await portal.ask(path)).text

/** What its heading says, whatever keeps its words together. */
const heading = async (path: string) =>
  /<h1[^>]*>(.*?)<\/h1>/s.exec(await text(path))?.[1]?.replace(/<[^>]*>/g, '')

/** The attributes of the page's first element. */
const spoken = (html: string) => /<html ([^>]*)>/.exec(html)?.[1]

/** Every link and form of a page that leads to one of its own pages. */
const ways = (html: string, path: string) =>
  [...html.matchAll(/(?:href|action)="([^"#]*)[^"]*"/g)]
    .map(([, url = '']) => url.replaceAll('&amp;', '&'))
    .filter((url) => url.startsWith(path) && !url.includes('/pdf'))

describe('a document', () => {
  test('is in its own language unless another is chosen, and then carries that along', async () => {
    const path = await portal.link('EST-001')
    expect(spoken(await text(path))).toBe('lang="en" dir="ltr"')
    const german = await text(`${path}?lang=de`)
    expect(spoken(german)).toBe('lang="de" dir="ltr"')
    expect(german).toContain('gültig bis 29. Januar 2025')
    expect(german).toContain('7.600,00')
    expect(ways(german, path)).toContain(`${path}/approve?lang=de`)
    expect(ways(german, path)).toContain(`${path}/decline?lang=de`)
    expect(ways(german, path).filter((way) => !way.includes('lang='))).toEqual([])
    expect(german).toContain('<a href="?lang=en" lang="en" hreflang="en"')
    expect(german).toContain('<bdi class="text" lang="en-US">Kitchen remodel</bdi>')
  })

  test('in a language that there is not is the page as it always is', async () => {
    const path = await portal.link('INV-001')
    const plain = await text(path)
    for (const lang of ['xx', '', 'en', '../de', 'de&lang=fr', 'constructor'])
      expect(await text(`${path}?lang=${lang}`)).toBe(plain)
  })

  test('is kept at hand in its own language only', async () => {
    const path = await portal.link('INV-001')
    for (const lang of ['de', undefined, 'fr', undefined, 'de']) {
      const html = await text(lang ? `${path}?lang=${lang}` : path)
      expect(spoken(html)).toContain(`lang="${lang ?? 'en'}"`)
    }
  })

  test('changes nothing and sets nothing when its language is chosen', async () => {
    const path = await portal.link('EST-001')
    const before = await portal.show('EST-001')
    const answer = await portal.ask(`${path}?lang=de`)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['cache-control']).toBe('private, no-store, max-age=0')
    await portal.server.settled()
    expect((await portal.show('EST-001')).generation).toBe(before.generation)
    expect(await portal.story('EST-001')).not.toContain('viewed')
  })

  test('has a PDF in its own language, whatever was chosen', async () => {
    const path = await portal.link('INV-001')
    expect(await text(`${path}?lang=de`)).toContain(`href="${path}/pdf"`)
  })

  test('of a German speaker is German, and English when they like', async () => {
    await createDocuments(portal.app, {
      drafts: [
        {
          kind: 'invoice',
          customer: 'John Smith',
          locale: 'de-AT',
          items: [{ description: 'Küche', unit_price: '100' }],
          due_on: '2025-01-30',
        },
      ],
    })
    const path = await portal.link('INV-002')
    const own = await text(path)
    expect(spoken(own)).toBe('lang="de" dir="ltr"')
    expect(own).toContain('30. Jänner 2025')
    expect(own).toContain('<a href="?lang=en" lang="en"')
    expect(spoken(await text(`${path}?lang=en`))).toBe('lang="en" dir="ltr"')
  })
})

describe('approving in another language', () => {
  const sign = async (path: string, changes: Record<string, string> = {}) =>
    post(portal, `${path}/approve?lang=de`, {
      version: await portal.version('EST-001', 'de'),
      signer_name: 'John Smith',
      signature_kind: 'typed',
      consent: 'yes',
      ...changes,
    })

  test('keeps the consent as it was shown, word for word', async () => {
    const path = await portal.link('EST-001')
    const { version, text: shown } = consentFor(portal.app.config.business, 'de')
    const page = await text(`${path}/approve?lang=de`)
    expect(page).toContain(shown)
    expect(page).toContain(`name="version" value="${await portal.version('EST-001', 'de')}"`)
    expect(page).toContain(`action="${path}/approve?lang=de"`)
    const answer = await sign(path)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe(`${path}?lang=de`)
    const { approval } = await portal.show('EST-001')
    expect(approval).toMatchObject({ consent_version: version, consent_text: shown })
  })

  test('keeps the consent that was shown, though the form comes back by another language', async () => {
    const path = await portal.link('EST-001')
    const answer = await sign(path, { version: await portal.version('EST-001', 'fr') })
    expect(answer.status).toBe(303)
    const { text: shown } = consentFor(portal.app.config.business, 'fr')
    expect((await portal.show('EST-001')).approval?.consent_text).toBe(shown)
  })

  test('says in that language what is wrong with the form, and keeps the choice', async () => {
    const path = await portal.link('EST-001')
    const answer = await sign(path, { signer_name: '' })
    expect(answer.status).toBe(422)
    expect(spoken(answer.text)).toBe('lang="de" dir="ltr"')
    expect(answer.text).toContain('Geben Sie Ihren vollständigen Namen ein.')
    expect(answer.text).toContain(`action="${path}/approve?lang=de"`)
  })

  test('declining does so too, and leads back in that language', async () => {
    const path = await portal.link('EST-001')
    const version = await portal.version('EST-001')
    const long = await post(portal, `${path}/decline?lang=de`, {
      version,
      reason: 'x'.repeat(1001),
    })
    expect(long.text).toContain('Kürzen Sie den Grund auf 1.000 Zeichen.')
    const answer = await post(portal, `${path}/decline?lang=de`, { version, reason: '' })
    expect(answer.headers.location).toBe(`${path}?lang=de`)
  })
})

describe('paying in another language', () => {
  test('takes amounts as that language writes them, and stays in it on the way', async () => {
    const path = await portal.link('INV-001')
    expect(await text(`${path}/pay?lang=de`)).toContain(`action="${path}/pay?lang=de"`)
    const pay = (amount: string) =>
      post(portal, `${path}/pay?lang=de`, { amount_choice: 'custom', amount, method: 'sandbox' })
    const another = /href="([^"]*amount_choice[^"#]*)#choice"/.exec(await text(`${path}?lang=de`))
    const chosen = await text(String(another?.[1]).replace('&amp;', '&'))
    expect(spoken(chosen)).toBe('lang="de" dir="ltr"')
    expect(chosen).toContain('value="custom" checked')
    const refused = await pay('viel')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Geben Sie den Betrag in Ziffern ein, zum Beispiel 7600,00.')
    const started = await pay('1.000,50')
    expect(started.headers.location).toMatch(/^\/go\/co_\w+\?lang=de$/)
    const handOver = await text(String(started.headers.location))
    expect(spoken(handOver)).toBe('lang="de" dir="ltr"')
    expect(handOver).toContain('1.000,50')
  })

  test('a receipt can be read in it', async () => {
    const path = await portal.link('INV-001')
    await recordPayment(portal.app, { number: 'INV-001', amount: '100.00', method: 'check' })
    const [, receipt = ''] = /href="(\/r\/\w+)\?lang=de"/.exec(await text(`${path}?lang=de`)) ?? []
    expect(await heading(`${receipt}?lang=de`)).toMatch(/^Quittung Nr\.\sRCT-0001$/)
    expect(await heading(receipt)).toBe('Receipt #RCT-0001')
  })
})

describe('a link that does not work', () => {
  test('any more speaks the language of what it opened, and so does the answer to asking anew', async () => {
    await createDocuments(portal.app, {
      drafts: [
        {
          kind: 'invoice',
          customer: 'John Smith',
          locale: 'fr-FR',
          items: [{ description: 'Cuisine', unit_price: '100' }],
        },
      ],
    })
    const path = await portal.link('INV-002')
    await revokeShares(portal.app, { ref: 'INV-002' })
    const gone = await portal.ask(path)
    expect(gone.status).toBe(410)
    expect(spoken(gone.text)).toBe('lang="fr" dir="ltr"')
    expect(gone.text).toContain(`action="${path}/renew?lang=fr"`)
    const answer = await post(portal, `${path}/renew?lang=fr`, {})
    expect(answer.headers.location).toBe(`${path}/renew?lang=fr`)
    expect(await text(`${path}/renew?lang=fr`)).toContain('Consultez votre messagerie')
  })

  test('and never did speaks the language that was chosen, else the business’s', async () => {
    const nobodys = `/i/${'0'.repeat(32)}`
    expect(spoken(await text(nobodys))).toContain('lang="en"')
    expect(spoken(await text(`${nobodys}?lang=es`))).toContain('lang="es"')
  })
})

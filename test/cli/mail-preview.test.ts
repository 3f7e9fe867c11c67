import { beforeAll, describe, expect, test } from 'vitest'
import { mailKinds } from '../../src/domain/outbox.ts'
import { sampleEvents } from '../../src/render/sample-notices.ts'
import { portalWorkspaces, type Workspace } from '../support/run-portal.ts'

const makeWorkspace = portalWorkspaces({ here: true })
let w: Workspace

beforeAll(async () => {
  w = await makeWorkspace()
  await w.run('customer', 'create', '--name', 'Mary Jones', '--email', 'mary@example.com')
  const item = ['--customer', 'Mary Jones', '--item', 'Repair|1|123.45']
  await w.json('invoice', 'create', ...item)
  await w.json('estimate', 'create', ...item)
})

const preview = (...args: string[]) => w.json('mail', 'preview', ...args)

describe('a preview', () => {
  test.each(mailKinds)('of %s shows a made-up document, or a real one', async (kind) => {
    const made = (await preview(kind)).json()
    expect(made).toMatchObject({ kind, number: null, subject: expect.stringMatching(/./) })
    expect(made.html).toContain('<!DOCTYPE html>')
    for (const number of ['INV-001', 'EST-001']) {
      const real = await preview(kind, number)
      expect([real.code, real.json().error]).toEqual([0, undefined])
      expect(real.json().number).toBe(number)
    }
  })

  test.each(sampleEvents)('of a notice of the kind %s tells it', async (event) => {
    const { code, json } = await preview('owner_notice', '--event', event)
    expect([code, json().kind]).toEqual([0, 'owner_notice'])
    expect(json().text).toMatch(/Next: .*portal /)
    const real = (await preview('owner_notice', 'INV-001', '--event', event)).json()
    expect(real.text).toContain('INV-001')
  })

  test('of what there is not says what there is', async () => {
    expect((await preview('invoice_snt')).json().error.message).toContain(
      'did you mean invoice_sent?',
    )
    expect((await preview('owner_notice', '--event', 'refundd')).json().error.message).toContain(
      'did you mean refunded?',
    )
    expect((await preview('receipt', '--event', 'paid')).code).toBe(2)
  })

  test('sends nothing and keeps nothing', async () => {
    expect((await w.json('outbox', 'list')).json().total).toBe(0)
  })
})

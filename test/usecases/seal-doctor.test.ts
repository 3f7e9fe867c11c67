import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { createTools } from '../../src/open-app.ts'
import { checkWorkspace } from '../../src/usecases/check-workspace.ts'
import { sealApproval } from '../../src/usecases/seal-approval.ts'
import { showDashboard } from '../../src/usecases/show-dashboard.ts'
import { makeCertificate } from '../doubles/certificate.ts'
import { type Deciding, openDeciding } from '../support/deciding.ts'

let t: Deciding

beforeEach(async () => {
  t = await openDeciding()
})
afterEach(() => t.close())

/** What the doctor says about seals at the time of the workspace; starts no browser. */
async function doctor(env: Record<string, string> = {}) {
  const now = t.app.clock.now().toISOString()
  const printer = async () => ({ print: async () => Buffer.from('%PDF-'), close: async () => {} })
  const { checks } = await checkWorkspace({
    dir: t.dir,
    env: { PORTAL_TEST: '1', PORTAL_NOW: now, ...env },
    tools: { ...createTools(t.dir), printer },
  })
  return Object.fromEntries(checks.map(({ name, ...finding }) => [name, finding]))
}

function configure(signature: Record<string, unknown>): void {
  const business = { name: 'Acme', email: 'office@acme.example' }
  writeFileSync(join(t.dir, 'config.yml'), stringify({ business, signature }))
}

describe('the key', () => {
  test('may be missing until it is needed, and is then named', async () => {
    expect((await doctor()).seal).toMatchObject({
      ok: true,
      message: expect.stringContaining('made when'),
    })
    const fingerprint = await (await t.app.sealer()).fingerprint()
    expect((await doctor()).seal).toMatchObject({
      ok: true,
      message: expect.stringContaining(fingerprint),
    })
  })

  test('is a fault when it is damaged, or open to others', async () => {
    await (await t.app.sealer()).fingerprint()
    const path = join(t.dir, 'seal.key')
    chmodSync(path, 0o644)
    expect((await doctor()).files).toMatchObject({
      message: expect.stringContaining('seal.key is open to other accounts (0644)'),
      remedy: expect.stringContaining('seal.key'),
    })
    writeFileSync(path, 'Dear diary')
    expect((await doctor()).seal).toMatchObject({
      ok: false,
      remedy: expect.stringContaining('backup'),
    })
  })

  test('is a fault when it is gone and copies were sealed with it', async () => {
    await t.approve(await t.send())
    await sealApproval(t.app, (await t.document()).id, 1)
    rmSync(join(t.dir, 'seal.key'))
    expect((await doctor()).seal).toMatchObject({
      ok: false,
      message: 'seal.key is missing, but signed copies were sealed: 1.',
      remedy: expect.stringContaining('backup'),
    })
  })

  test('does not matter where seals are off', async () => {
    writeFileSync(join(t.dir, 'seal.key'), 'Dear diary', { mode: 0o600 })
    configure({ seal: false })
    expect((await doctor()).seal).toMatchObject({ ok: true })
  })

  test('of another certificate is looked at: there, closed, and not run out', async () => {
    configure({ certificate: 'own.pem', passphrase: '' })
    const says = (message: string) => ({ message: expect.stringContaining(message) })
    expect((await doctor()).seal).toMatchObject({ ok: false, ...says('own.pem') })
    const path = join(t.dir, 'own.pem')
    const put = (lastYear: number) => {
      const { pem, privateKey } = makeCertificate({ name: 'Acme', years: [2020, lastYear] })
      writeFileSync(path, pem + privateKey.export({ type: 'pkcs8', format: 'pem' }))
    }
    put(2099)
    chmodSync(path, 0o644)
    const found = await doctor()
    expect(found.seal).toMatchObject({ ok: true })
    expect(found.files).toMatchObject({ ok: false, ...says('own.pem is open to other accounts') })
    put(2024)
    expect((await doctor()).seal).toMatchObject({ ok: false, ...says('ran out on 2024-12-31') })
  })
})

test('a copy that is not made in time is named by doctor and status, until it is made', async () => {
  t.setNow('2025-01-16T18:00:00Z')
  await t.approve(await t.send())
  const waiting = async () => ({
    doctor: (await doctor()).signed_copies?.ok,
    status: (await showDashboard(t.app)).copies_waiting,
  })
  expect(await waiting()).toEqual({ doctor: true, status: [] })
  t.setNow('2025-01-16T18:06:00Z')
  expect(await waiting()).toEqual({
    doctor: false,
    status: [{ number: 'EST-001', version: 1, since: '2025-01-16T18:00:00.000Z' }],
  })
  expect((await doctor()).signed_copies).toMatchObject({
    message: expect.stringContaining('EST-001'),
    remedy: expect.stringContaining('portal cron seals outbox'),
  })
  await sealApproval(t.app, (await t.document()).id, 1)
  expect(await waiting()).toEqual({ doctor: true, status: [] })
})

test('that customers can only draw their signatures is remarked on', async () => {
  expect((await doctor()).signing?.message).toBe('Customers sign by: typed, drawn.')
  configure({ methods: ['drawn'] })
  expect((await doctor()).signing).toMatchObject({
    ok: true,
    message: expect.stringContaining('signature.methods: [typed, drawn]'),
  })
})

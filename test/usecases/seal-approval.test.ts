import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { sha256 } from '../../src/domain/canonical.ts'
import { PortalError } from '../../src/domain/errors.ts'
import { listApprovals } from '../../src/store/approvals.ts'
import { approveEstimate } from '../../src/usecases/approve-estimate.ts'
import { buildSite } from '../../src/usecases/build-site.ts'
import { deliverOutbox } from '../../src/usecases/deliver-outbox.ts'
import { openPdf } from '../../src/usecases/open-pdf.ts'
import { printDocument } from '../../src/usecases/print-document.ts'
import { refreshStalePages } from '../../src/usecases/refresh-stale-pages.ts'
import { reviseDocument } from '../../src/usecases/revise-document.ts'
import { sealApproval } from '../../src/usecases/seal-approval.ts'
import { sealApprovals } from '../../src/usecases/seal-approvals.ts'
import { Crash, crashingApp, untilCrash } from '../support/crashing.ts'
import { createEstimate, type Deciding, openDeciding } from '../support/deciding.ts'
import { pdfText } from '../support/pdf-text.ts'
import { hasSealTools, pdfsig } from '../support/seal-tools.ts'

let t: Deciding
let token: string

beforeEach(async () => {
  t = await openDeciding()
  token = await t.send()
  t.setNow('2025-01-16T18:00:00Z')
  await t.approve(token)
})
afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

const copies = () => readdir(join(t.dir, 'signed')).catch(() => [] as string[])

async function approvalOf() {
  const [approval] = await listApprovals(t.app.db.read, (await t.document()).id)
  if (!approval) throw new Error('not approved')
  return approval
}

async function seal(app: App = t.app): Promise<Buffer> {
  const copy = await sealApproval(app, (await t.document()).id, 1)
  if (!copy) throw new Error('no copy')
  return copy
}

/** The app on a machine without a browser. */
function withoutBrowser(): App {
  const printer = async () => {
    throw new PortalError('conflict', 'There is no browser to print with.', 'Install one.')
  }
  return { ...t.app, pdf: printer }
}

describe('the signed copy of an approval', () => {
  test('is made once, sealed, kept under its hash and noted in the timeline', async () => {
    t.setNow('2025-01-16T18:00:05Z')
    const copy = await seal()
    const hash = sha256(copy)
    const fingerprint = await (await t.app.sealer()).fingerprint()
    const at = '2025-01-16T18:00:05.000Z'
    expect(await approvalOf()).toMatchObject({
      ...{ sealed_hash: hash, seal_fingerprint: fingerprint, sealed_at: at },
    })
    const sealed = (await t.events()).filter(({ type }) => type === 'sealed')
    expect(sealed.map(({ actor, data }) => ({ actor, data }))).toEqual([
      { actor: 'system', data: { version: 1, hash, fingerprint } },
    ])
    expect(await copies()).toEqual([`${hash}.pdf`])
    expect((await stat(join(t.dir, 'signed'))).mode & 0o777).toBe(0o700)
    expect((await stat(join(t.dir, 'signed', `${hash}.pdf`))).mode & 0o777).toBe(0o600)
    t.setNow('2025-01-17T18:00:00Z')
    expect(await seal()).toEqual(copy)
    expect(await (await t.app.sealer()).inspect(copy)).toMatchObject({
      ...{ intact: true, whole: true, ours: true, issued_to: 'Acme Remodeling', sealed_at: at },
      reason: 'EST-001, version 1, approved by John Smith',
    })
  })

  test.runIf(hasSealTools)('is valid to others, and holds the evidence', async () => {
    const copy = await seal()
    expect(pdfsig(copy)).toMatch(/Total document signed[\s\S]*Signature is Valid/)
    const { chain_head, content_hash, seal_fingerprint } = { ...(await approvalOf()) }
    const text = (await pdfText(copy)).replace(/\s/g, '')
    for (const fact of [content_hash, chain_head, seal_fingerprint ?? '', 'JohnSmith']) {
      expect(text).toContain(fact)
    }
  })

  test('is one, however many make it at the same time', async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => seal()))
    for (const copy of made) expect(copy).toEqual(made[0])
    expect(await copies()).toHaveLength(1)
    expect((await t.story()).filter((type) => type === 'sealed')).toHaveLength(1)
  })

  test('is the estimate as it was signed, also when it is made later', async () => {
    t.setNow('2025-03-01T12:00:00Z')
    await reviseDocument(t.app, {
      number: 'EST-001',
      changes: { items: [{ description: 'Something else', unit_price: '999' }] },
    } as never)
    const text = await pdfText(await seal())
    expect(text).toContain('$108.00')
    expect(text).not.toContain('Something else')
  })

  test('names the business as the customer saw it, whatever it is called by then', async () => {
    t.app.config.business.name = 'Zenith Builders'
    t.app.config.business.phone = '555-0188'
    const text = await pdfText(await seal())
    expect(text).toContain('Acme Remodeling')
    expect(text).not.toMatch(/Zenith|555-0188/)
  })

  test('is not sealed where seals are off, and otherwise the same', async () => {
    t.app.config.signature.seal = false
    const copy = await seal()
    expect(await approvalOf()).toMatchObject({ sealed_hash: sha256(copy), seal_fingerprint: null })
    expect(await (await t.app.sealer()).inspect(copy)).toMatchObject({ sealed: false })
    expect(await readdir(t.dir)).not.toContain('seal.key')
  })

  test('is also made of what the owner noted, and says who noted it', async () => {
    const scan = Buffer.from('%PDF-1.7\nJohn Smith, in ink')
    await createEstimate(t.app)
    await createEstimate(t.app)
    for (const [number, more] of [
      ['EST-002', { name: 'John Smith', scan }],
      ['EST-003', {}],
    ] as const) {
      await t.send(number)
      await approveEstimate(t.app, { number, ...more })
    }
    expect(await sealApprovals(t.app)).toEqual({ sealed: 3, waiting: 0 })
    const copyOf = async (number: string) => {
      const { bytes } = await printDocument(t.app, { number })
      const { reason, intact, whole } = await (await t.app.sealer()).inspect(bytes)
      const text = (await pdfText(bytes)).replace(/\s+/g, ' ')
      return { reason, sealed: intact && whole, text, dense: text.replace(/ /g, '') }
    }
    const paper = await copyOf('EST-002')
    expect(paper).toMatchObject({ sealed: true, reason: expect.stringMatching(/Smith on paper$/) })
    expect(paper.dense).toContain(sha256(scan))
    expect(paper.text).toContain('Signed a paper copy, which the business scanned and recorded.')
    const noted = await copyOf('EST-003')
    expect(noted).toMatchObject({
      sealed: true,
      reason: 'EST-003, version 1, approved by the customer, as the business noted',
    })
    expect(noted.text).toContain('There is no signature: the business noted that its customer')
    for (const { text } of [paper, noted]) {
      expect(text).not.toMatch(/Consent \(|IP address|the mail that brought/)
    }
  })

  test('is none where nothing was approved', async () => {
    expect(await sealApproval(t.app, (await t.document()).id, 2)).toBeUndefined()
  })
})

describe('a copy that cannot be made yet', () => {
  test('leaves the approval as it is, and the job makes it later', async () => {
    const app = withoutBrowser()
    await expect(seal(app)).rejects.toMatchObject({ hint: 'Install one.' })
    expect(await sealApprovals(app)).toEqual({ sealed: 0, waiting: 1 })
    expect((await t.document()).state).toBe('approved')
    expect(await sealApprovals(t.app)).toEqual({ sealed: 1, waiting: 0 })
    expect(await sealApprovals(t.app)).toEqual({ sealed: 0, waiting: 0 })
  })

  test('keeps the confirmation waiting, for as long as it takes; then it goes with the copy', async () => {
    const confirmation = async () =>
      (await t.messages()).find(({ kind }) => kind === 'approved_confirmation')
    for (const day of ['17', '18', '19', '20', '21', '25']) {
      t.setNow(`2025-01-${day}T18:00:00Z`)
      await deliverOutbox(withoutBrowser())
      expect(await confirmation()).toMatchObject({
        state: 'pending',
        last_error: 'waits for the signed copy: There is no browser to print with.',
      })
    }
    t.setNow('2025-01-25T19:00:00Z')
    await deliverOutbox(t.app)
    expect(await confirmation()).toMatchObject({ state: 'sent' })
    const mail = await mailOf('approved_confirmation')
    const [attached] = mail.attachments
    expect(attached).toMatchObject({
      filename: 'EST-001.pdf',
      mimeType: 'application/pdf',
    })
    const bytes = Buffer.from(attached?.content as ArrayBuffer)
    expect(sha256(bytes)).toBe((await approvalOf()).sealed_hash)
  })

  test('leaves the confirmation all its days to be tried in, however long it waited', async () => {
    t.setNow('2025-01-25T18:00:00Z')
    await deliverOutbox(withoutBrowser())
    await seal()
    const mailer = async () => {
      throw new Error('The mail server sleeps.')
    }
    t.setNow('2025-01-25T19:00:00Z')
    await deliverOutbox({ ...t.app, mailer })
    const mails = await t.messages()
    expect(mails.find(({ kind }) => kind === 'approved_confirmation')).toMatchObject({
      state: 'pending',
      last_error: 'The mail server sleeps.',
    })
  })

  test('that fails for one estimate alone does not hold up the others', async () => {
    await createEstimate(t.app)
    const other = await t.send('EST-002')
    await t.approve(other, { version: await t.version('EST-002') })
    const printer = await t.app.pdf()
    const print: typeof printer.print = async (job) => {
      if (!job.html.includes('EST-001')) return printer.print(job)
      throw new PortalError('internal', 'The browser crashed twice on the same document.')
    }
    const app = { ...t.app, pdf: async () => ({ ...printer, print }) }
    expect(await sealApprovals(app)).toEqual({ sealed: 1, waiting: 1 })
  })
})

async function mailOf(kind: string) {
  const { default: PostalMime } = await import('postal-mime')
  const names = await readdir(join(t.dir, 'mail'))
  const name = names.find((one) => one.endsWith(`-${kind}.eml`))
  return PostalMime.parse(await readFile(join(t.dir, 'mail', name ?? '')))
}

describe('who asks for the PDF', () => {
  const served = async () => {
    const opened = await openPdf(t.app, { kind: 'estimate', token })
    if (opened.status !== 'pdf') throw new Error(opened.status)
    return opened
  }

  test('gets the plain one until the signed copy is there, then that one', async () => {
    const plain = await served()
    expect(await (await t.app.sealer()).inspect(plain.bytes)).toMatchObject({ sealed: false })
    const copy = await seal()
    expect(await served()).toMatchObject({ filename: 'EST-001.pdf', bytes: copy })
    expect((await printDocument(t.app, { number: 'EST-001' })).bytes).toEqual(copy)
  })

  test('of the static site gets the signed copy as soon as it is made', async () => {
    const path = `e/${token}/pdf.pdf`
    await buildSite(t.app)
    const copy = await seal()
    expect(sha256((await t.app.site.read(path)) ?? '')).toBe(sha256(copy))
  })

  test('gets it also while a later version is being written, and by its number afterwards', async () => {
    const copy = await seal()
    await reviseDocument(t.app, { number: 'EST-001' })
    expect((await served()).bytes).toEqual(copy)
    await t.send()
    expect((await served()).bytes).not.toEqual(copy)
    expect((await printDocument(t.app, { number: 'EST-001', version: 1 })).bytes).toEqual(copy)
    await t.approve(token)
    const second = await sealApproval(t.app, (await t.document()).id, 2)
    expect((await served()).bytes).toEqual(second)
    expect((await printDocument(t.app, { number: 'EST-001', version: 1 })).bytes).toEqual(copy)
    expect(await copies()).toHaveLength(2)
  })
})

/** The app of a process that dies at its step `fatal`, of which one is right after the file was written. */
function dyingApp(fatal: number): App {
  const { app } = crashingApp(t.app, fatal)
  const writeSigned: App['site']['writeSigned'] = async (...file) => {
    await t.app.site.writeSigned(...file)
    if (fatal === steps) throw new Crash('dead between file and row')
  }
  return { ...app, site: { ...app.site, writeSigned } }
}

/** Before and after the one transaction, and inside it. */
const steps = 3

test('a process that dies at any step leaves one hash, and at most a file that is swept', async () => {
  const hashes = new Set<string>()
  for (let fatal = 1; fatal <= steps; fatal += 1) {
    const number = await createEstimate(t.app)
    const link = await t.send(number)
    const estimate = await t.document(number)
    const { id } = estimate
    await t.approve(link, { version: await t.version(number) })
    t.setNow(`2025-01-16T18:0${fatal}:00Z`)
    expect(await untilCrash(() => sealApproval(dyingApp(fatal), id, 1))).toBe('died')
    const before = (await t.document(number)).approval?.sealed_hash
    await sealApprovals(t.app)
    const after = (await t.document(number)).approval?.sealed_hash ?? ''
    expect(after).toMatch(/^[0-9a-f]{64}$/)
    if (before) expect(after).toBe(before)
    expect((await t.story(number)).filter((type) => type === 'sealed')).toHaveLength(1)
    hashes.add(after)
  }
  const known = [...hashes, (await approvalOf()).sealed_hash]
  expect((await copies()).sort()).toEqual(known.map((hash) => `${hash}.pdf`).sort())
  await refreshStalePages(t.app)
})

test('a file that a dead process left is swept with the next copy', async () => {
  await t.app.site.writeSigned('a'.repeat(64), Buffer.from('%PDF-1.4 left behind'))
  expect(await t.problems()).toEqual([expect.stringContaining('belongs to no approval')])
  await sealApprovals(t.app)
  expect(await copies()).toEqual([`${(await approvalOf()).sealed_hash}.pdf`])
})

test('a copy that cannot be written is not noted', async () => {
  const full = {
    ...t.app,
    site: { ...t.app.site, writeSigned: () => Promise.reject(new Error('full')) },
  }
  await expect(seal(full)).rejects.toThrow('full')
  expect((await approvalOf()).sealed_hash).toBeNull()
  expect(await t.story()).not.toContain('sealed')
  await seal()
})

import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFileMailer } from '../../src/mail/file.ts'
import { sampleMail } from '../support/sample-mail.ts'

let workspace: string
let dir: string
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'portal-mail-'))
  dir = join(workspace, 'mail')
})
afterEach(() => rm(workspace, { recursive: true, force: true }))

describe('the mail folder', () => {
  it('gets one numbered file a mail', async () => {
    const mailer = createFileMailer(dir)
    await mailer.deliver(sampleMail())
    await mailer.deliver(sampleMail({ kind: 'estimate_sent', document: 'EST-001' }))
    expect(await readdir(dir)).toEqual(['000001-invoice_sent.eml', '000002-estimate_sent.eml'])
    const mail = await PostalMime.parse(await readFile(join(dir, '000001-invoice_sent.eml')))
    expect(mail.messageId).toBe('<01J8Z3M6@acme.example>')
    expect(mail.to).toEqual([{ name: 'John Smith', address: 'john.smith@example.com' }])
  })

  it('takes the same mail twice', async () => {
    const mailer = createFileMailer(dir)
    await mailer.deliver(sampleMail())
    await mailer.deliver(sampleMail())
    expect(await readdir(dir)).toHaveLength(2)
  })

  it('is readable for its owner only', async () => {
    await createFileMailer(dir).deliver(sampleMail())
    expect((await stat(dir)).mode & 0o777).toBe(0o700)
    expect((await stat(join(dir, '000001-invoice_sent.eml'))).mode & 0o777).toBe(0o600)
  })

  it('goes on after the highest number, and over what a crash left behind', async () => {
    await mkdir(dir)
    await writeFile(join(dir, '000041-receipt.eml'), '')
    await writeFile(join(dir, '.000042.tmp'), 'half a mail')
    await writeFile(join(dir, 'notes.txt'), '')
    await createFileMailer(dir).deliver(sampleMail())
    expect(await readdir(dir)).toContain('000043-invoice_sent.eml')
  })

  it('gives each number once when many write at the same time', async () => {
    const mailers = Array.from({ length: 4 }, () => createFileMailer(dir))
    const kinds = ['invoice_sent', 'estimate_sent', 'owner_notice', 'test'] as const
    await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        mailers[i % 4]?.deliver(sampleMail({ kind: kinds[i % 3] ?? 'test' })),
      ),
    )
    const numbers = (await readdir(dir)).map((name) => Number(name.slice(0, 6)))
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
  })

  it('says so when it cannot be written', async () => {
    await writeFile(dir, 'a file in the way')
    const mailer = createFileMailer(dir)
    const failure = { name: 'DeliveryError', permanent: false }
    await expect(mailer.deliver(sampleMail())).rejects.toMatchObject(failure)
    await expect(mailer.verify()).rejects.toThrow(`The mail folder ${dir} cannot be written`)
  })

  it('is made by verify', async () => {
    await createFileMailer(dir).verify()
    expect((await stat(dir)).isDirectory()).toBe(true)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '../pdf/read-pdf.ts'
import { checkAsDocumented, hasSealTools, pdfsig } from '../support/seal-tools.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { about, openSealer, printPdfs } from './sealing.ts'

const tempDir = tempDirs()

let pdfs: { small: Buffer; long: Buffer }

beforeAll(async () => {
  pdfs = await printPdfs()
})

describe.runIf(hasSealTools)('other programs find a sealed PDF', () => {
  test.each(['small', 'long'] as const)('valid and whole: %s', async (size) => {
    const sealer = await openSealer(tempDir())
    const sealed = await sealer.seal(pdfs[size], about)
    const says = pdfsig(sealed)
    expect(says).toContain('Signature Validation: Signature is Valid.')
    expect(says).toContain('Total document signed')
    expect(says).toContain('Signer Certificate Common Name: Acme Remodeling')
    expect(says).toContain('Signing Time: Jan 16 2025 18:00:00')
    expect(says).toContain('Signing Hash Algorithm: SHA-256')
    expect(says).toContain('Signature Type: ETSI.CAdES.detached')
  })

  test('signed by the rules of CAdES, by the commands that the documentation names', async () => {
    const sealer = await openSealer(tempDir())
    const sealed = await sealer.seal(pdfs.small, about)
    const fingerprint = (await sealer.fingerprint()).toUpperCase().replace(/(..)(?!$)/g, '$1:')
    const says = checkAsDocumented(sealed)
    expect(says).toContain('CAdES Verification successful')
    expect(says).toContain(fingerprint)
    const trusted = await sealer.certificate()
    expect(checkAsDocumented(sealed, { trusted })).toContain('CAdES Verification successful')
  })

  test('not valid by the certificate of another', async () => {
    const sealer = await openSealer(tempDir())
    const other = await openSealer(tempDir())
    const sealed = await sealer.seal(pdfs.small, about)
    const trusted = await other.certificate()
    expect(() => checkAsDocumented(sealed, { trusted })).toThrow('verify error')
  })
})

test('the seal changes nothing that one sees, and names no tool', async () => {
  const sealer = await openSealer(tempDir())
  const sealed = await sealer.seal(pdfs.long, about)
  const [before, after] = [readPdf(pdfs.long), readPdf(sealed)]
  expect(after.text).toBe(before.text)
  expect(after.structure).toBe(before.structure)
  expect(after.info).toMatchObject({
    Title: 'Estimate EST-001',
    Pages: before.info.Pages,
    Tagged: 'yes',
  })
  expect(Object.keys(after.info)).not.toContain('Producer')
  expect(sealed.subarray(0, pdfs.long.length)).toEqual(pdfs.long)
  const added = sealed.subarray(pdfs.long.length).toString('latin1')
  expect(added).not.toMatch(/\/(Producer|Creator|App|Prop_Build)\b|portal|openssl|node/i)
})

test('the same PDF sealed twice at the same time is the same file', async () => {
  const sealer = await openSealer(tempDir())
  expect(await sealer.seal(pdfs.small, about)).toEqual(await sealer.seal(pdfs.small, about))
})

test('what our printer did not make is refused and not made worse', async () => {
  const sealer = await openSealer(tempDir())
  const sealed = await sealer.seal(pdfs.small, about)
  for (const pdf of [Buffer.from(''), Buffer.from('%PDF-1.4\n%%EOF'), sealed]) {
    await expect(sealer.seal(pdf, about)).rejects.toThrow('be sealed')
  }
})

import { expect, test } from 'vitest'
import { sha256 } from '../../src/domain/canonical.ts'
import { consentFor } from '../../src/domain/consent.ts'
import { type Language, languages } from '../../src/domain/language.ts'

const business = { name: 'Acme', email: 'office@acme.example', phone: '' }

test('a word of a consent is never changed under the same version', () => {
  const texts = (Object.keys(languages) as Language[]).map((language) => {
    const { version, text } = consentFor(business, language)
    return `${version} ${sha256(text).slice(0, 16)}`
  })
  /* Changed one? Raise its version too: an approval names the text by it. */
  expect(texts).toEqual([
    '2026-11.de 26aa2ca58670396e',
    '2026-11 3d0611f6b2ecfaca',
    '2026-11.es e3ec7addd04314ca',
    '2026-11.fr 26c4a25ed386bffa',
    '2026-11.it 6930ecde9bce69ad',
    '2026-11.nl 906a37c1a0353bc5',
    '2026-11.pl e478d04e687cc608',
    '2026-11.pt c02e93d7c7182034',
    '2026-11.he 7a4b52ac59bf9811',
    '2026-11.ar 95a721e1d26af347',
    '2026-11.ja 82158f80c832f987',
    '2026-11.zh-Hans af4294479cdc3d16',
    '2026-11b.zh-Hant faf424e4fb626e70',
  ])
})

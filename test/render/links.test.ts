import { describe, expect, test } from 'vitest'
import { directionOf, isolate } from '../../src/render/direction.ts'
import { mailLink, phoneLink, webLink } from '../../src/render/links.ts'

describe('links to the business', () => {
  test('are written so that nothing can be added to them', () => {
    expect(mailLink('a+b&c@acme.example', 'R&D ?x=1')).toBe(
      'mailto:a%2Bb%26c@acme.example?subject=R%26D%20%3Fx%3D1',
    )
    expect(mailLink('a@acme.example?bcc=evil@x.example', 's')).toBeNull()
    expect(mailLink('a@acme.example, evil@x.example', 's')).toBeNull()
  })

  test('dial numbers only', () => {
    expect(phoneLink('+1 (555) 010-2030')).toBe('tel:+15550102030')
    expect(phoneLink('555-0100 ext. 12')).toBeNull()
    expect(phoneLink('')).toBeNull()
  })

  test('lead to websites only', () => {
    expect(webLink('acme.example')).toBe('https://acme.example/')
    expect(webLink('HTTP://acme.example/a b')).toBe('http://acme.example/a%20b')
    for (const bad of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      'file:///etc',
      '',
    ])
      expect(webLink(bad)).toBeNull()
  })
})

describe('direction', () => {
  test('comes from the locale, and from its script where it names one', () => {
    expect(['ar-EG', 'he', 'fa-IR', 'ur', 'az-Arab'].map(directionOf)).toEqual(Array(5).fill('rtl'))
    expect(['en-US', 'ja-JP', 'ur-Latn', ''].map(directionOf)).toEqual(Array(4).fill('ltr'))
  })

  test('of a name does not reach beyond it', () => {
    expect(isolate('Acme')).toBe('Acme')
    expect(isolate('\u202eAcme')).toBe('Acme')
    expect(isolate('שלום')).toBe('\u2068שלום\u2069')
  })
})

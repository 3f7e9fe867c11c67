import { describe, expect, test } from 'vitest'
import { invoice, line } from './documents.ts'
import { acme, pageOf, renderer, textOf } from './rendering.ts'

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '<%= it.constructor.constructor("return process")() %>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of an attack
  '${process.env.HOME} {{constructor}}',
  '=HYPERLINK("https://evil.example";"x") \'; DROP TABLE documents; --',
  '</style></title></textarea>--><svg onload=alert(1)>',
]
const everything = hostile.join('\n')
const flat = textOf(hostile.map((text) => text.replaceAll('<', '&lt;')).join(' '))

describe('text of people', () => {
  test.each(['page', 'pdf'] as const)('is shown literally on the %s', async (where) => {
    const { business } = acme()
    const made = await renderer({
      business: {
        ...business,
        name: hostile[0],
        address: hostile,
        tax_id: hostile[1],
        phone: hostile[2],
      },
      branding: { footer: everything },
      payments: { instructions: everything },
    })
    const document = invoice({
      content: {
        notes: everything,
        terms: everything,
        bill_to: { ...invoice().content.bill_to, name: hostile[1] ?? '', address: hostile },
        items: [line(everything, '1', '<i>', '10')],
        taxes: [{ id: 'T', name: '<b>VAT</b>', rate: '8' }],
      },
    })
    const html = where === 'page' ? pageOf(made, document) : made.pdf(document)
    expect(html).not.toMatch(/<(script(?! type="module")|img|svg on|i>|b>)/i)
    expect(html.match(/<\/style>/g) ?? []).toHaveLength(where === 'pdf' ? 1 : 0)
    expect(textOf(html).split(flat).length).toBeGreaterThanOrEqual(5)
    expect(textOf(html)).toContain('<b>VAT</b> (8%)')
  })

  test('turned around by marks stays inside its own place', async () => {
    const { business } = acme()
    const made = await renderer({ business: { ...business, name: '\u202eAcme\u2066 שלום' } })
    const html = pageOf(made, invoice({ state: 'void' }))
    expect(html).toContain('cancelled by \u2068Acme שלום\u2069. Nothing is due.')
    expect(
      pageOf(made, invoice({ content: { items: [line('\u202egnp.exe', '1', '', '1')] } })),
    ).toContain('<bdi class="text">\u202egnp.exe</bdi>')
    const taxes = [{ id: 'T', name: '\u202eVAT', rate: '8' }]
    const items = [line('Work', '1', '', '1')]
    expect(textOf(made.pdf(invoice({ content: { items, taxes } })))).toContain('VAT (8%)')
    expect(made.pdf(invoice({ content: { items, taxes } }))).not.toContain('\u202eVAT')
  })
})

import { describe, expect, it } from 'vitest'
import { composeCustomer } from '../../src/domain/customer.ts'
import { problemsOf } from './fixtures.ts'

const business = { country: 'US', locale: 'en-US' }

describe('a customer', () => {
  it('needs only a name', () => {
    expect(composeCustomer({ name: ' John Smith ' }, business)).toEqual({
      name: 'John Smith',
      email: '',
      cc: [],
      phone: '',
      address: [],
      country: 'US',
      locale: 'en-US',
      tax_id: '',
      tax_exempt: false,
      reminders: true,
    })
  })

  it('keeps what it is given, tidied', () => {
    const customer = composeCustomer(
      {
        name: 'Müller GmbH',
        email: ' Info@Mueller.example ',
        cc: ['a@example.com', 'a@example.com', 'b@example.com'],
        address: ['Hauptstr. 1\r\n10115 Berlin\n', ''],
        country: 'de',
        locale: 'de-de',
        tax_exempt: true,
        reminders: false,
      },
      business,
    )
    expect(customer).toMatchObject({
      email: 'Info@Mueller.example',
      cc: ['a@example.com', 'b@example.com'],
      address: ['Hauptstr. 1', '10115 Berlin'],
      country: 'DE',
      locale: 'de-DE',
      tax_exempt: true,
      reminders: false,
    })
  })

  it('is refused with every problem at once', () => {
    const draft = {
      name: '\u200b',
      email: 'a@example.com, b@example.com',
      cc: ['fine@example.com', 'not an address'],
      phone: '555\u0007',
      address: Array.from({ length: 11 }, (_, index) => `Line ${index}`),
      country: 'USA',
      locale: 'english',
      tax_id: 'x'.repeat(201),
    }
    const fields = problemsOf(() => composeCustomer(draft, business)).map(
      (problem) => problem.field,
    )
    expect(fields).toEqual([
      'email',
      'name',
      'cc[1]',
      'phone',
      'address',
      'country',
      'locale',
      'tax_id',
    ])
  })

  it('may not have a name of two lines', () => {
    const [problem] = problemsOf(() => composeCustomer({ name: 'John\nSmith' }, business))
    expect(problem).toEqual({ field: 'name', message: 'must be one line without tabs' })
  })
})

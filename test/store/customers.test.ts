import { expect, it } from 'vitest'
import {
  deleteCustomer,
  findCustomer,
  getCustomer,
  insertCustomer,
  updateCustomer,
} from '../../src/store/customers.ts'
import { listCustomers } from '../../src/store/list-customers.ts'
import { describeStore } from './fixtures.ts'
import { aCustomer, addDocument, now } from './rows.ts'

describeStore('customers', (store) => {
  const add = (changes: Parameters<typeof aCustomer>[0]) =>
    store().write((trx) => insertCustomer(trx, aCustomer(changes)))
  const names = async (filter: object) => {
    const page = { limit: 50, offset: 0, ...filter }
    return (await listCustomers(store().read, page)).items.map(({ name }) => name)
  }

  it('come back as they were written', async () => {
    expect(await getCustomer(store().read, 'cus_1')).toEqual(aCustomer())
  })

  it('are found by id, by e-mail in any case, and by exact name', async () => {
    for (const ref of ['cus_1', 'John.Smith@EXAMPLE.com', 'John Smith']) {
      expect((await findCustomer(store().read, ref))?.id).toBe('cus_1')
    }
    expect(await findCustomer(store().read, 'john smith')).toBeUndefined()
    expect(await findCustomer(store().read, '')).toBeUndefined()
  })

  it('are changed in every field', async () => {
    const changed = aCustomer({
      name: 'Jon Smith',
      cc: [],
      address: ['1 Oak Road', 'Shelbyville'],
      tax_exempt: true,
      reminders: false,
      archived_at: now,
    })
    await store().write((trx) => updateCustomer(trx, changed))
    expect(await getCustomer(store().read, 'cus_1')).toEqual(changed)
    await store().write((trx) => updateCustomer(trx, aCustomer()))
  })

  it('with the same name are told apart by their ids', async () => {
    await add({ id: 'cus_2', name: 'Mary Major', email: 'mary@example.com' })
    await add({ id: 'cus_3', name: 'Mary Major', email: 'office@major.example' })
    const error = await findCustomer(store().read, 'Mary Major').catch((thrown) => thrown)
    expect(error.code).toBe('conflict')
    expect(error.hint).toContain('cus_2 (Mary Major), cus_3 (Mary Major)')
    expect((await findCustomer(store().read, 'mary@example.com'))?.id).toBe('cus_2')
  })

  it('that are not there are refused with the nearest name', async () => {
    const error = await getCustomer(store().read, 'Jon Smith').catch((thrown) => thrown)
    expect(error.code).toBe('not_found')
    expect(error.message).toBe('There is no customer "Jon Smith".')
    expect(error.hint).toContain('Did you mean John Smith?')
  })

  it('are listed by name, without the archived ones', async () => {
    await add({ id: 'cus_4', name: 'aaron', email: '', archived_at: now })
    expect(await names({})).toEqual(['John Smith', 'Mary Major', 'Mary Major'])
    expect(await names({ archived: true })).toEqual(['aaron'])
    expect(await names({ archived: 'all', sort: '-name' })).toEqual([
      'Mary Major',
      'Mary Major',
      'John Smith',
      'aaron',
    ])
  })

  it('are listed a page at a time, with the number of all', async () => {
    const page = await listCustomers(store().read, { limit: 1, offset: 1 })
    expect(page).toMatchObject({ items: [{ name: 'Mary Major' }], total: 3 })
    expect(await listCustomers(store().read, { limit: 1, offset: 9 })).toEqual({
      items: [],
      total: 3,
    })
  })

  it('are searched by name, e-mail, phone and id; % and _ mean themselves', async () => {
    expect(await names({ search: 'SMITH' })).toEqual(['John Smith'])
    expect(await names({ search: 'major.example' })).toEqual(['Mary Major'])
    expect(await names({ search: '987-65', limit: 1 })).toEqual(['John Smith'])
    expect(await names({ search: 'cus_1' })).toEqual(['John Smith'])
    expect(await names({ search: 'cus%' })).toEqual([])
    expect(await names({ search: 'Jo_n' })).toEqual([])
    expect(await names({ search: '\\' })).toEqual([])
  })

  it('are not sorted by what does not exist', async () => {
    const error = await listCustomers(store().read, { limit: 1, offset: 0, sort: 'nmae' }).catch(
      (thrown) => thrown,
    )
    expect(error.details).toEqual([
      { field: 'sort', message: expect.stringContaining('did you mean name?') },
    ])
  })

  it('without documents can be removed, others cannot', async () => {
    await store().write((trx) => deleteCustomer(trx, 'cus_4'))
    expect(await findCustomer(store().read, 'cus_4')).toBeUndefined()
    await store().write((trx) => addDocument(trx))
    const removing = store().write((trx) => deleteCustomer(trx, 'cus_1'))
    await expect(removing).rejects.toThrow('FOREIGN KEY constraint failed')
    const again = store().write((trx) => deleteCustomer(trx, 'cus_4'))
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
  })
})

import { beforeAll, expect, test } from 'vitest'
import { portalWorkspaces, type Workspace } from '../support/run-portal.ts'

const makeWorkspace = portalWorkspaces({ here: true })
let w: Workspace
beforeAll(async () => {
  w = await makeWorkspace()
})

test('create gives all fields; only the name is needed', async () => {
  const { code, json } = await w.json('customer', 'create', '--name', 'Walk-in')
  expect(code).toBe(0)
  expect(json()).toEqual({
    id: expect.stringMatching(/^cus_/),
    name: 'Walk-in',
    email: '',
    cc: [],
    phone: '',
    address: [],
    country: 'US',
    locale: 'en-US',
    tax_id: '',
    tax_exempt: false,
    reminders: true,
    archived_at: null,
  })
})

test('create takes every field, lists by repeating', async () => {
  const { json } = await w.json(
    ...['customer', 'create', '--name', 'Harbor Dental', '--email', 'office@harbor.example'],
    ...['--cc', 'a@harbor.example', '--cc', 'b@harbor.example', '--phone', '+1 555'],
    ...['--address', '8 Harbor Street', '--address', 'Springfield', '--country', 'ca'],
    ...['--locale', 'fr-CA', '--tax-id', '12-3', '--tax-exempt', '--no-reminders'],
  )
  expect(json()).toMatchObject({
    cc: ['a@harbor.example', 'b@harbor.example'],
    address: ['8 Harbor Street', 'Springfield'],
    ...{ country: 'CA', locale: 'fr-CA', tax_id: '12-3', tax_exempt: true, reminders: false },
  })
})

test('create names all that is wrong', async () => {
  const wrong = ['--email', 'a@b.example, c@d.example', '--country', 'Canada']
  const { code, json } = await w.json('customer', 'create', '--name', 'a\nb', ...wrong)
  expect(code).toBe(2)
  const fields = json().error.details.map(({ field }: { field: string }) => field)
  expect(fields.sort()).toEqual(['country', 'email', 'name'])
})

test('show and edit find a customer by e-mail; only what is given changes', async () => {
  const edited = await w.json('customer', 'edit', 'OFFICE@harbor.example', '--phone', '+1 556')
  expect(edited.json()).toMatchObject({ phone: '+1 556', tax_exempt: true })
  const back = await w.json('customer', 'edit', 'Harbor Dental', '--no-tax-exempt', '--reminders')
  expect(back.json()).toMatchObject({ tax_exempt: false, reminders: true })
  expect((await w.json('customer', 'show', 'Harbor Dentl')).code).toBe(3)
})

test('archived customers leave the list and come back', async () => {
  const { json } = await w.json('customer', 'archive', 'Walk-in')
  expect(json().archived_at).not.toBeNull()
  expect((await w.json('customer', 'list')).json().total).toBe(1)
  expect((await w.json('customer', 'list', '--archived')).json().items[0].name).toBe('Walk-in')
  await w.run('customer', 'archive', json().id, '--restore')
  expect((await w.json('customer', 'list', '--search', 'walk')).json().total).toBe(1)
})

test('erase asks first, and keeps customers with documents', async () => {
  await w.run('invoice', 'create', '--customer', 'Harbor Dental', '--item', 'x|1|1')
  const asked = await w.json('customer', 'erase', 'Walk-in')
  expect([asked.code, asked.json().error.code]).toEqual([1, 'needs_confirmation'])
  const erased = await w.json('customer', 'erase', 'Walk-in', '--yes')
  expect(erased.json()).toMatchObject({ name: 'Walk-in', erased: true })
  const kept = await w.json('customer', 'erase', 'Harbor Dental', '--yes')
  expect([kept.code, kept.json().error.code]).toEqual([1, 'wrong_state'])
})

test('the next step can be pasted into a shell, whatever the address is', async () => {
  const { stdout } = await w.run(
    'customer',
    'create',
    '--name',
    'Eve',
    '--email',
    '`id`@eve.example',
  )
  expect(stdout).toContain("Next: portal invoice create --customer '`id`@eve.example' --item")
})

test('one with the address of another is entered, and both go by their ids', async () => {
  const { stdout, stderr } = await w.run(
    ...['customer', 'create', '--name', 'Harbor Lab', '--email', 'Office@harbor.example'],
  )
  expect(stdout).toContain('Harbor Dental has this address too')
  expect(stdout + stderr).toMatch(/Next: portal invoice create --customer cus_/)
})

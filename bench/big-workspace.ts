/** A workspace with 10,000 invoices; made once, then kept for later runs. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { App } from '../src/app.ts'
import { createLinkKey } from '../src/config/keys.ts'
import { contentHash, sha256 } from '../src/domain/canonical.ts'
import { composeContent } from '../src/domain/compose.ts'
import { billTo } from '../src/domain/customer.ts'
import { addDays } from '../src/domain/dates.ts'
import type { Customer } from '../src/domain/document.ts'
import { hashToken, tokenFor } from '../src/domain/token.ts'
import { openApp } from '../src/open-app.ts'
import { packageDir } from '../src/package-dir.ts'
import type { Trx } from '../src/store/db.ts'
import { insertDocument } from '../src/store/documents.ts'
import { insertLedgerEntry } from '../src/store/ledger.ts'
import { migrations } from '../src/store/migrations/index.ts'
import { claimNumber } from '../src/store/numbers.ts'
import { openDatabase } from '../src/store/open.ts'
import { insertShare } from '../src/store/shares.ts'
import { createCustomer } from '../src/usecases/create-customer.ts'

export const bigCount = 10_000
const customerCount = 200
const batchSize = 1000

/** The folder of the workspace. It is shared: whoever changes something in it makes a copy first. */
export async function bigWorkspace(): Promise<string> {
  const schema = sha256(migrations.map(({ sql }) => sql).join(';')).slice(0, 12)
  const dir = join(packageDir(), 'node_modules/.cache/bench', `workspace-${schema}`)
  if (existsSync(dir)) return dir
  process.stderr.write(`making ${bigCount} invoices, once …\n`)
  const draft = `${dir}.${process.pid}`
  try {
    await makeWorkspace(draft)
    renameSync(draft, dir)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return dir
}

async function makeWorkspace(dir: string): Promise<void> {
  mkdirSync(dir, { recursive: true })
  const business = { name: 'Acme Remodeling', email: 'office@example.com' }
  const config = { business, public_url: 'https://portal.example.com' }
  writeFileSync(join(dir, 'config.yml'), stringify(config))
  createLinkKey(dir)
  await (await openDatabase(join(dir, 'portal.db'), { create: true })).close()
  const app = await openApp({ dir, env: {} })
  try {
    const customers: Customer[] = []
    while (customers.length < customerCount) customers.push(await enterCustomer(app, customers))
    for (let first = 0; first < bigCount; first += batchSize) {
      await app.db.write(async (trx) => {
        for (let i = first; i < first + batchSize; i++) {
          await addInvoice(app, trx, i, customers[i % customerCount] as Customer)
        }
      })
    }
  } finally {
    await app.close()
  }
}

const names = ['Smith', 'García', 'Müller', 'Nguyen', 'Okafor', 'Dubois', 'Kowalski', 'Rossi']

function enterCustomer(app: App, { length: i }: Customer[]): Promise<Customer> {
  const name = `${names[i % names.length]} & Sons ${i + 1}`
  return createCustomer(app, {
    name,
    email: `customer${i}@example.com`,
    address: ['1 Main Street'],
  })
}

/** By turns paid, viewed and just sent, over the last two years; the use cases would take half a minute. */
async function addInvoice(app: App, trx: Trx, i: number, customer: Customer): Promise<void> {
  const at = app.clock.now().toISOString()
  const [id, shareId] = [`doc_bench${i}`, `sh_bench${i}`]
  const number = `INV-${String(i + 1).padStart(3, '0')}`
  const issued_on = addDays(at.slice(0, 10), Math.floor((i - bigCount) / 14))
  const { content, totals } = composeContent(
    { kind: 'invoice', issued_on, items: itemsOf(i) },
    {
      today: issued_on,
      bill_to: billTo(customer),
      tax_exempt: false,
      locale: 'en-US',
      config: app.config,
    },
  )
  await claimNumber(trx, number, 'invoice', id, at)
  const facts = { state: 'sent' as const, sent_at: at, viewed_at: i % 3 === 2 ? null : at }
  await insertDocument(
    trx,
    { id, kind: 'invoice', number, customer_id: customer.id, created_at: at, ...facts },
    { content, content_hash: contentHash(content), totals, created_at: at, published_at: at },
  )
  await insertShare(
    trx,
    { ...aShare, id: shareId, document_id: id, customer_id: customer.id, created_at: at },
    hashToken(tokenFor(app.linkKey, 'invoice', shareId, 0)),
  )
  if (i % 3 !== 0) return
  const { currency } = content
  const [amount_minor, on] = [totals.total_minor, issued_on]
  await insertLedgerEntry(trx, {
    ...aPayment,
    ...{ id: `led_bench${i}`, document_id: id, amount_minor, currency, on, at },
  })
}

function itemsOf(i: number) {
  return [
    { description: 'Kitchen remodel', unit_price: String(1000 + i) },
    { description: 'Labor', quantity: '40', unit: 'hrs', unit_price: '65' },
    { description: 'Materials', unit_price: '1500' },
  ]
}

const aShare = {
  kind: 'invoice' as const,
  scope: 'full' as const,
  label: '',
  rotation: 0,
  expires_at: null,
  revoked_at: null,
  opened_at: null,
  last_opened_at: null,
  viewed_at: null,
  downloaded_at: null,
}

const aPayment = {
  kind: 'payment' as const,
  provider: 'manual' as const,
  method: 'check',
  provider_payment_id: '',
  reference: '',
  fee_minor: null,
  checkout_id: null,
}

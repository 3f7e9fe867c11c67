/** A process that dies at any of its steps: before or after it writes, asks a provider, or is answered. */
import type { App } from '../../src/app.ts'
import type { PaymentProvider } from '../../src/ports/payment-provider.ts'
import type { Trx } from '../../src/store/db.ts'

/** What the dead process leaves behind is in the database and at the providers; nothing runs after it. */
export class Crash extends Error {}

/** The app of a process that dies at its step `fatal`, counted from 1, and does nothing afterwards. */
export function crashingApp(app: App, fatal: number): { app: App; steps: () => number } {
  let steps = 0
  const step = () => {
    steps++
    if (steps >= fatal) throw new Crash(`dead at step ${fatal}`)
  }
  async function around<T>(work: () => Promise<T>): Promise<T> {
    step()
    const done = await work()
    step()
    return done
  }
  const asked = (provider: PaymentProvider): PaymentProvider => ({
    ...provider,
    createCheckout: (request) => around(() => provider.createCheckout(request)),
    fetchCheckout: (...request) => around(() => provider.fetchCheckout(...request)),
    expireCheckout: (request) => around(() => provider.expireCheckout(request)),
    refund: (request) => around(() => provider.refund(request)),
  })
  const write = <T>(work: (trx: Trx) => Promise<T>) => around(() => app.db.write(work))
  return {
    steps: () => steps,
    app: {
      ...app,
      db: { ...app.db, write },
      providers: { ...app.providers, get: async (name) => asked(await app.providers.get(name)) },
    },
  }
}

/** Runs `work` until it ends or the process dies. */
export async function untilCrash(work: () => Promise<unknown>): Promise<'ended' | 'died'> {
  try {
    await work()
    return 'ended'
  } catch (error) {
    if (error instanceof Crash) return 'died'
    throw error
  }
}

/** A minute later: what the dead process had claimed is free again. */
export async function passLeases(app: App): Promise<void> {
  await app.db.write(async (trx) => {
    await trx.updateTable('checkouts').set({ leased_until: null }).execute()
    await trx.updateTable('webhook_events').set({ leased_until: null }).execute()
  })
}

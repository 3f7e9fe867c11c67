import type { Document } from '../../domain/document.ts'
import type { SandboxInput } from '../../ports/payment-pages.ts'
import type { Sample } from '../../ports/sample.ts'
import type { Scene } from './scene.ts'

/** The hosted page of the sandbox, which only demonstrations have. */
export function sandboxPages({ config }: Scene, { totals, content, number }: Document): Sample[] {
  const states = {
    open: 'Play money: to be paid',
    pending: 'Play money: on its way',
    paid: 'Play money: paid',
  } as const satisfies Partial<Record<SandboxInput['state'], string>>
  return (['open', 'pending', 'paid'] as const).map((state) => ({
    kind: 'page',
    id: `play-money-${state}`,
    group: 'paying',
    title: states[state],
    leads: { play: 'return-paid' },
    html: (renderer, { path }) =>
      renderer.payments.sandbox({
        path: `${path}/play`,
        amount_minor: totals.total_minor,
        currency: content.currency,
        locale: config.business.locale,
        description: number,
        state,
        return_url: `${path}/play`,
      }),
  }))
}

import { expect, test } from 'vitest'
import { createProviders, type ProviderTools } from '../../src/providers/registry.ts'
import { createSamples, sampleConfig } from '../../src/render/samples/samples.ts'
import { acme, renderer } from './rendering.ts'

const [on, off] = [{ enabled: true }, { enabled: false }]

test.each([
  ['nobody yet', {}],
  ['Stripe', { stripe: on }],
  ['Square', { square: on }],
  ['both', { stripe: on, square: on }],
  ['both, Square for cards', { stripe: on, square: on, card_provider: 'square' }],
  ['Stripe for banks only', { stripe: { ...on, card: false }, square: on }],
])('the sample of paying offers what the page would, once each: %s', async (_, payments) => {
  const config = sampleConfig(acme({ payments: { ...payments, sandbox: off } }))
  const pay = createSamples(config, new Date()).find(({ id }) => id === 'pay')
  if (pay?.kind !== 'page') throw new Error('There is no page to pay on.')
  const html = pay.html(await renderer(), { path: '/i/token' })
  const offered = [...html.matchAll(/name="method" value="(\w+)"/g)].map(([, method]) => method)
  // Nothing is made of them: no provider is asked.
  const real = createProviders(config, {} as ProviderTools).methods()
  expect(offered).toEqual(real.map(({ method }) => method))
  expect(html.match(/>Card</g)).toHaveLength(1)
})

/** How customers can pay. Secrets come from the environment, and only for what is enabled. */
import * as z from 'zod'
import { aboutAmount, aboutApiBase, aboutWebsite } from '../complaints.ts'
import { decimal, fromEnvironment, line, longLine, optional, text } from '../fields.ts'

const partial = z.strictObject({
  enabled: z.boolean().default(false),
  minimum: decimal(aboutAmount).default('1.00'),
})

const stripe = z.strictObject({
  enabled: z.boolean().default(false),
  secret_key: longLine().default(fromEnvironment('STRIPE_SECRET_KEY')),
  webhook_secret: longLine().default(fromEnvironment('STRIPE_WEBHOOK_SECRET')),
  card: z.boolean().default(true),
  ach: z.boolean().default(false),
  api_base: line(optional(aboutApiBase)).default('https://api.stripe.com'),
})

const paypal = z.strictObject({
  enabled: z.boolean().default(false),
  client_id: longLine().default(fromEnvironment('PAYPAL_CLIENT_ID')),
  client_secret: longLine().default(fromEnvironment('PAYPAL_CLIENT_SECRET')),
  webhook_id: longLine().default(fromEnvironment('PAYPAL_WEBHOOK_ID')),
  api_base: line(optional(aboutApiBase)).default('https://api-m.paypal.com'),
})

const square = z.strictObject({
  enabled: z.boolean().default(false),
  access_token: longLine().default(fromEnvironment('SQUARE_ACCESS_TOKEN')),
  location_id: line().default(''),
  webhook_signature_key: longLine().default(fromEnvironment('SQUARE_WEBHOOK_KEY')),
  webhook_url: line(aboutWebsite).nullable().default(null),
  api_base: line(optional(aboutApiBase)).default('https://connect.squareup.com'),
})

const sandbox = z.strictObject({
  enabled: z.boolean().default(false),
  allow_public: z.boolean().default(false),
})

export const payments = z.strictObject({
  online: z.boolean().default(true),
  card_provider: z.enum(['auto', 'stripe', 'square']).default('auto'),
  partial: partial.prefault({}),
  instructions: text().default(''),
  stripe: stripe.prefault({}),
  paypal: paypal.prefault({}),
  square: square.prefault({}),
  sandbox: sandbox.prefault({}),
})

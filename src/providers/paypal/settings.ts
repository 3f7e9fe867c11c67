import type { Config } from '../../config/schema.ts'

export type PaypalSettings = Pick<
  Config['payments']['paypal'],
  'client_id' | 'client_secret' | 'webhook_id' | 'api_base'
>

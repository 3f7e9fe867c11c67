import type { Config } from '../../config/schema.ts'

export type StripeSettings = Pick<
  Config['payments']['stripe'],
  'secret_key' | 'webhook_secret' | 'card' | 'ach' | 'api_base'
>

import type { Config } from '../../config/schema.ts'

export type SquareSettings = Pick<
  Config['payments']['square'],
  'access_token' | 'location_id' | 'webhook_signature_key' | 'webhook_url' | 'api_base'
>

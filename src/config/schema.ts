/** The one schema of config.yml. Every option has its default here and its line in config.example.yml. */
import { z } from 'zod'

const text = z.string()
const strings = z.array(z.string())
const civil = z.number().int()
const hour = z.number().int().min(0).max(23)

const business = z.strictObject({
  name: text.default(''),
  email: text.default(''),
  phone: text.default(''),
  website: text.default(''),
  address: strings.default([]),
  tax_id: text.default(''),
  country: text.default('US'),
  time_zone: text.default('America/New_York'),
  locale: text.default('en-US'),
  currency: text.default('USD'),
})

const branding = z.strictObject({
  theme: text.default('classic'),
  logo: z.string().nullable().default(null),
  color: text.default('#1f5fbf'),
  accent: z.string().nullable().default(null),
  footer: text.default(''),
})

const numbering = z.strictObject({
  invoice: text.default('INV-{seq:3}'),
  estimate: text.default('EST-{seq:3}'),
  credit_note: text.default('CN-{seq:3}'),
  receipt: text.default('RCT-{seq:4}'),
  reset: z.enum(['never', 'year']).default('never'),
})

const tax = z.strictObject({
  id: text,
  name: text,
  rate: z.union([z.string(), z.number()]).transform(String),
})
const deposit = z.union([
  z.strictObject({ percent: z.union([z.string(), z.number()]).transform(String) }),
  z.strictObject({ fixed: z.union([z.string(), z.number()]).transform(String) }),
])

const documents = z.strictObject({
  due_in_days: civil.min(0).max(3650).default(15),
  valid_for_days: civil.min(0).max(3650).default(14),
  prices_include_tax: z.boolean().default(false),
  taxes: z.array(tax).default([]),
  invoice_terms: text.default(''),
  estimate_terms: text.default(''),
  deposit: deposit.nullable().default(null),
  auto_invoice: z.enum(['off', 'on_approval']).default('off'),
})

const links = z.strictObject({
  estimate_days_after_expiry: civil.min(0).default(30),
  invoice_days_after_paid: civil.min(0).nullable().default(null),
  history_hours: civil.min(1).default(24),
  renew: z.boolean().default(true),
})

const payments = z.strictObject({
  online: z.boolean().default(true),
  card_provider: z.enum(['auto', 'stripe', 'square']).default('auto'),
  partial: z
    .strictObject({ enabled: z.boolean().default(false), minimum: text.default('1.00') })
    .prefault({}),
  instructions: text.default(''),
  stripe: z
    .strictObject({
      enabled: z.boolean().default(false),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the config's own syntax
      secret_key: text.default('${STRIPE_SECRET_KEY}'),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the config's own syntax
      webhook_secret: text.default('${STRIPE_WEBHOOK_SECRET}'),
      card: z.boolean().default(true),
      ach: z.boolean().default(false),
      api_base: text.default('https://api.stripe.com'),
    })
    .prefault({}),
  paypal: z
    .strictObject({
      enabled: z.boolean().default(false),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the config's own syntax
      client_id: text.default('${PAYPAL_CLIENT_ID}'),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the config's own syntax
      client_secret: text.default('${PAYPAL_CLIENT_SECRET}'),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the config's own syntax
      webhook_id: text.default('${PAYPAL_WEBHOOK_ID}'),
      api_base: text.default('https://api-m.paypal.com'),
    })
    .prefault({}),
  square: z
    .strictObject({
      enabled: z.boolean().default(false),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the config's own syntax
      access_token: text.default('${SQUARE_ACCESS_TOKEN}'),
      location_id: text.default(''),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the config's own syntax
      webhook_signature_key: text.default('${SQUARE_WEBHOOK_KEY}'),
      webhook_url: z.string().nullable().default(null),
      api_base: text.default('https://connect.squareup.com'),
    })
    .prefault({}),
  sandbox: z
    .strictObject({ enabled: z.boolean().default(false), allow_public: z.boolean().default(false) })
    .prefault({}),
})

const mail = z.strictObject({
  transport: z.enum(['file', 'smtp']).default('file'),
  dir: text.default('mail'),
  from: text.default(''),
  reply_to: text.default(''),
  bcc: strings.default([]),
  attach_pdf: z.boolean().default(false),
  smtp: z
    .strictObject({
      host: text.default(''),
      port: z.number().int().min(1).max(65535).default(587),
      security: z.enum(['none', 'starttls', 'tls']).default('starttls'),
      user: text.default(''),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the config's own syntax
      password: text.default('${SMTP_PASSWORD}'),
    })
    .prefault({}),
  dkim: z
    .strictObject({ domain: text, selector: text, key_file: text })
    .nullable()
    .default(null),
})

export const noticeTypes = [
  'viewed',
  'approved',
  'declined',
  'paid',
  'payment_failed',
  'refunded',
  'disputed',
  'needs_review',
  'mail_failed',
  'question',
] as const

const notify = z.strictObject({
  to: strings.default([]),
  on: z
    .array(z.enum(noticeTypes))
    .default(noticeTypes.filter((type) => type !== 'viewed' && type !== 'question')),
})

export const configSchema = z.strictObject({
  public_url: text.default('http://127.0.0.1:4180'),
  business: business.prefault({}),
  branding: branding.prefault({}),
  numbering: numbering.prefault({}),
  documents: documents.prefault({}),
  links: links.prefault({}),
  payments: payments.prefault({}),
  mail: mail.prefault({}),
  notify: notify.prefault({}),
  reminders: z
    .strictObject({
      enabled: z.boolean().default(false),
      days_after_due: z.array(civil).default([1, 7, 14]),
      max: civil.min(0).default(3),
      hour: hour.default(9),
    })
    .prefault({}),
  nudges: z
    .strictObject({
      enabled: z.boolean().default(false),
      days_after_sent: z.array(civil).default([2, 7]),
      max: civil.min(0).default(2),
      hour: hour.default(9),
    })
    .prefault({}),
  signature: z
    .strictObject({
      methods: z.array(z.enum(['typed', 'drawn'])).default(['typed', 'drawn']),
      seal: z.boolean().default(true),
    })
    .prefault({}),
  server: z
    .strictObject({
      host: text.default('127.0.0.1'),
      port: z.number().int().min(0).max(65535).default(4180),
      trust_proxy: z.union([z.boolean(), z.string(), z.number().int()]).default(false),
      jobs: z.boolean().default(true),
    })
    .prefault({}),
  pdf: z
    .strictObject({
      browser: text.default('auto'),
      page: z.enum(['Letter', 'A4']).default('Letter'),
    })
    .prefault({}),
  retention: z
    .strictObject({
      access_days: civil.min(1).default(30),
      webhook_days: civil.min(1).default(90),
      mail_days: civil.min(1).default(30),
      checkout_days: civil.min(1).default(400),
    })
    .prefault({}),
})

/** The checked configuration, with every default filled in and `${NAME}` resolved. */
export type Config = z.infer<typeof configSchema>

import type { Environment } from '../config/environment.ts'
import { readConfig } from '../config/read.ts'
import type { ProviderName } from '../domain/checkout.ts'
import { PortalError } from '../domain/errors.ts'
import { checkBrowser } from './checks/browser.ts'
import { checkBusiness } from './checks/business.ts'
import { checkClock } from './checks/clock.ts'
import { checkConfigFile } from './checks/config.ts'
import { checkStore } from './checks/database.ts'
import { checkDisk } from './checks/disk.ts'
import { checkFiles } from './checks/files.ts'
import { checkFonts } from './checks/fonts.ts'
import {
  type Check,
  type Finding,
  fault,
  type Inspection,
  type InspectionTools,
} from './checks/inspection.ts'
import { checkLinkKey } from './checks/link-key.ts'
import { checkMail } from './checks/mail.ts'
import { checkDkim } from './checks/mail-dkim.ts'
import { checkDmarc } from './checks/mail-dmarc.ts'
import { checkPtr } from './checks/mail-ptr.ts'
import { checkMailLogin, checkMailTls } from './checks/mail-server.ts'
import { checkSpf } from './checks/mail-spf.ts'
import { checkNode } from './checks/node.ts'
import { checkPayments } from './checks/payments.ts'
import { checkProvider } from './checks/provider.ts'
import { checkProviderWebhooks } from './checks/provider-webhooks.ts'
import { checkPublicUrl } from './checks/public-url.ts'
import { checkReminders } from './checks/reminders.ts'
import { checkSandbox } from './checks/sandbox.ts'
import { checkSeal } from './checks/seal.ts'
import { checkSignedCopies } from './checks/signed-copies.ts'
import { checkSigning } from './checks/signing.ts'
import { checkTheme } from './checks/theme.ts'

type Entry = {
  check: Check
  /** The part of config.yml that has to be right first. */
  section?: string
  /** A provider that is not enabled is no part of the report. */
  provider?: ProviderName
  /** Only looked at on request: it asks DNS and the mail server. */
  on_request?: 'mail'
}

/** In the order of the report. */
const checks = {
  node: { check: checkNode },
  config: { check: checkConfigFile },
  business: { check: checkBusiness, section: 'business' },
  files: { check: checkFiles },
  link_key: { check: checkLinkKey },
  database: { check: checkStore },
  disk: { check: checkDisk },
  clock: { check: checkClock },
  public_url: { check: checkPublicUrl, section: 'public_url' },
  theme: { check: checkTheme, section: 'branding' },
  browser: { check: checkBrowser, section: 'pdf' },
  fonts: { check: checkFonts },
  signing: { check: checkSigning, section: 'signature' },
  seal: { check: checkSeal, section: 'signature' },
  signed_copies: { check: checkSignedCopies },
  mail: { check: checkMail, section: 'mail' },
  mail_tls: { check: checkMailTls, section: 'mail', on_request: 'mail' },
  mail_login: { check: checkMailLogin, section: 'mail', on_request: 'mail' },
  spf: { check: checkSpf, section: 'mail', on_request: 'mail' },
  dkim: { check: checkDkim, section: 'mail', on_request: 'mail' },
  dmarc: { check: checkDmarc, section: 'mail', on_request: 'mail' },
  ptr: { check: checkPtr, section: 'mail', on_request: 'mail' },
  reminders: { check: checkReminders },
  payments: { check: checkPayments, section: 'payments' },
  stripe: { check: checkProvider('stripe'), section: 'payments.stripe', provider: 'stripe' },
  stripe_webhooks: {
    check: checkProviderWebhooks('stripe'),
    section: 'public_url',
    provider: 'stripe',
  },
  paypal: { check: checkProvider('paypal'), section: 'payments.paypal', provider: 'paypal' },
  paypal_webhooks: {
    check: checkProviderWebhooks('paypal'),
    section: 'public_url',
    provider: 'paypal',
  },
  square: { check: checkProvider('square'), section: 'payments.square', provider: 'square' },
  square_webhooks: {
    check: checkProviderWebhooks('square'),
    section: 'public_url',
    provider: 'square',
  },
  sandbox: { check: checkSandbox, section: 'public_url', provider: 'sandbox' },
} as const satisfies Record<string, Entry>

export type CheckName = keyof typeof checks
const checkNames = Object.keys(checks) as CheckName[]

export type Report = { ok: boolean; checks: ({ name: CheckName } & Finding)[] }

/** A check that takes longer than this hangs. */
const timeoutMs = 30_000

/**
 * Looks at everything the program needs and names the remedy of each fault. Works on a workspace that
 * cannot be opened, such as one with a broken config.yml.
 */
export async function checkWorkspace(input: {
  dir: string
  env: Environment
  tools: InspectionTools
  /** Also what receivers of mail look at; `dns_server` is asked instead of `mail.dns_server`. */
  mail?: { dns_server?: string }
}): Promise<Report> {
  const { dir, env, tools, mail } = input
  const reading = await readConfig(dir, env)
  if (mail?.dns_server !== undefined) reading.config.mail.dns_server = mail.dns_server
  const inspection = { dir, env, tools, reading }
  const names = checkNames.filter((name) => isWanted(checks[name], inspection, mail !== undefined))
  const findings = await Promise.all(
    names.map(async (name) => ({ name, ...(await find(name, inspection)) })),
  )
  return { ok: findings.every(({ ok }) => ok), checks: findings }
}

function isWanted(
  { provider, on_request }: Entry,
  { reading }: Inspection,
  mail: boolean,
): boolean {
  if (on_request === 'mail' && !mail) return false
  return provider === undefined || reading.config.payments[provider].enabled
}

async function find(name: CheckName, inspection: Inspection): Promise<Finding> {
  const { check, section }: Entry = checks[name]
  if (section && isBroken(section, inspection)) {
    return fault(
      `Not looked at: ${section} in config.yml is not right.`,
      'Correct config.yml first.',
    )
  }
  try {
    return await withinTime(check(inspection))
  } catch (error) {
    if (error instanceof PortalError) return fault(error.message, error.hint)
    // One look that fails in a way nobody thought of must not hide what the others found.
    return fault(String(error), 'This is a fault of portal itself; please report it.')
  }
}

function isBroken(section: string, { reading }: Inspection): boolean {
  const isWithin = (field: string) => field === section || field.startsWith(`${section}.`)
  return reading.problems.some(({ field }) => isWithin(field) || field === 'config.yml')
}

async function withinTime(finding: Promise<Finding>): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Finding>((resolve) => {
    const message = `No answer within ${timeoutMs / 1000} seconds.`
    timer = setTimeout(
      resolve,
      timeoutMs,
      fault(message, 'Try again, and look at what this needs.'),
    )
  })
  try {
    return await Promise.race([finding, late])
  } finally {
    clearTimeout(timer)
  }
}

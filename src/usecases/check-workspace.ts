import type { Environment } from '../config/environment.ts'
import { readConfig } from '../config/read.ts'
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
import { checkNode } from './checks/node.ts'
import { checkPublicUrl } from './checks/public-url.ts'
import { checkTheme } from './checks/theme.ts'

/** In the order of the report. `section` names the part of config.yml that has to be right first. */
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
  mail: { check: checkMail, section: 'mail' },
} as const satisfies Record<string, { check: Check; section?: string }>

export type CheckName = keyof typeof checks

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
}): Promise<Report> {
  const { dir, env, tools } = input
  const inspection = { dir, env, tools, reading: await readConfig(dir, env) }
  const names = Object.keys(checks) as CheckName[]
  const findings = await Promise.all(
    names.map(async (name) => ({ name, ...(await find(name, inspection)) })),
  )
  return { ok: findings.every(({ ok }) => ok), checks: findings }
}

async function find(name: CheckName, inspection: Inspection): Promise<Finding> {
  const { check, section }: { check: Check; section?: string } = checks[name]
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

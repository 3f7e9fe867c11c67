import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkAccount } from '../config/account.ts'
import { checkConfig } from '../config/check.ts'
import { aboutCountry } from '../config/complaints.ts'
import { createLinkKey, linkKeyName, sealKeyName } from '../config/keys.ts'
import { configName, databaseName, isWorkspace } from '../config/workspace.ts'
import { writeConfig } from '../config/write.ts'
import { writeIfAbsent } from '../config/write-if-absent.ts'
import { invalidInput, PortalError } from '../domain/errors.ts'
import { isLoopback } from '../domain/public-url.ts'
import { openDatabase } from '../store/open.ts'

/** What the owner is asked; what is left out keeps the default of config.example.yml. */
export type InitAnswers = {
  name?: string
  email?: string
  public_url?: string
  currency?: string
  time_zone?: string
  locale?: string
}

export type InitResult = { dir: string; files: string[] }

/** Makes `seal.key` in a workspace, for a business of this name. */
export type MakeSealKey = (dir: string, name: string) => Promise<void>

/**
 * Makes a workspace: config.yml, the database, the keys of the links and of the seal, and an empty `.env`.
 * config.yml comes last, so that an interrupted init can simply be run again.
 * @param makeSealKey without it the first need makes that key
 * @throws PortalError conflict when there is one already, invalid_input with every bad answer
 */
export async function initWorkspace(input: {
  dir: string
  packageDir: string
  answers: InitAnswers
  makeSealKey?: MakeSealKey
}): Promise<InitResult> {
  const { dir, packageDir, answers, makeSealKey } = input
  checkNoWorkspace(dir)
  checkAccount(dir, 'init')
  checkAnswers(answers)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  createLinkKey(dir)
  writeIfAbsent(join(dir, '.env'), envFile)
  writeIfAbsent(join(dir, '.gitignore'), ignoreFile)
  await makeSealKey?.(dir, answers.name || answers.email || '')
  const db = await openDatabase(join(dir, databaseName), { create: true })
  await db.close()
  writeConfig(dir, packageDir, toOptions(answers))
  const keys = makeSealKey ? [linkKeyName, sealKeyName] : [linkKeyName]
  return { dir, files: [configName, databaseName, ...keys, '.env'] }
}

/**
 * Checks answers as config.yml would be, under the names the owner knows them by.
 * @throws PortalError invalid_input
 */
export function checkAnswers(answers: InitAnswers): void {
  const { problems } = checkConfig(toOptions(answers), {})
  if (problems.length === 0) return
  throw invalidInput(
    problems.map(({ field, message }) => ({ field: field.replace('business.', ''), message })),
    'The options are explained by: portal init --help',
  )
}

const envFile = `# Secrets of this portal, one NAME=value a line. config.yml refers to them as \${NAME}.
# Only you may read this file; it does not belong into version control.
#SMTP_PASSWORD=
#SEAL_PASSPHRASE=
`

const ignoreFile = `# What does not belong into version control: secrets, customers' data, and what is made from them.
.env
*.key
*.pem
*.p12
*.pfx
portal.db*
.config-cache.json
.site-stamp.json
mail/
pdfs/
signed/
site/
`

function toOptions({ public_url, ...business }: InitAnswers) {
  const country = countryOf(business.locale)
  return {
    public_url,
    business: { ...business, country },
    server: { port: portOf(public_url) },
    pdf: { page: country === undefined || letterCountries.includes(country) ? undefined : 'A4' },
  }
}

/** Where paper is Letter (CLDR, paperSize); everywhere else it is A4. */
const letterCountries = 'BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' ')

/** Of de-DE it is DE, until the owner says otherwise: a language without a country leaves the default. */
function countryOf(locale: string | undefined): string | undefined {
  const [, country] = /^[a-z]{2,3}(?:-[A-Za-z]{4})?-([A-Z]{2})$/.exec(locale ?? '') ?? []
  return country === undefined || aboutCountry(country) ? undefined : country
}

/** A portal on this machine listens where its address says. */
function portOf(publicUrl: string | undefined): number | undefined {
  if (!publicUrl || !URL.canParse(publicUrl)) return undefined
  const { hostname, port } = new URL(publicUrl)
  return isLoopback(hostname) && port ? Number(port) : undefined
}

/** @throws PortalError conflict */
export function checkNoWorkspace(dir: string): void {
  if (!isWorkspace(dir)) return
  throw new PortalError(
    'conflict',
    `${dir} is a workspace already: it has a config.yml.`,
    'Change that file, or make the workspace elsewhere: portal init FOLDER',
  )
}

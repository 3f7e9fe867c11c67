import { isIP } from 'node:net'
import { isSpf, parseSpf, type Spf } from '../../domain/spf.ts'
import { type Finding, fault, fine } from './inspection.ts'
import { type MailSetup, mailCheck, record } from './mail-setup.ts'
import { mostLookups, type SpfVerdict, spfResult } from './mail-spf-result.ts'

/** Whether the domain that bounces go to, usually the sender's, says that the mail server may send for it. */
export const checkSpf = mailCheck(async (setup) => {
  const { dns, envelope_domain: domain } = setup
  const records = (await dns.texts(domain)).filter(isSpf)
  const [text] = records
  if (text === undefined) return fault(`${domain} has no SPF record.`, toPaste(setup))
  if (records.length > 1) {
    const said = `${domain} has ${records.length} SPF records; receivers take that for none.`
    return fault(`${said}\n${records.join('\n')}`, 'Make one of them.')
  }
  const spf = parseSpf(text)
  const broken = brokenness(spf, setup)
  if (broken) return fault(`${broken}\n${text}`, toPaste(setup))
  return verdict(setup, text, spf)
})

/** Faults of the record itself. */
function brokenness(
  { terms, wrong }: Spf,
  { envelope_domain: domain }: MailSetup,
): string | undefined {
  if (wrong.length > 0) return `The SPF record of ${domain} holds "${wrong[0]}", which is no term.`
  const all = terms.find(({ kind }) => kind === 'all')
  if (all?.result !== 'pass') return undefined
  return `The SPF record of ${domain} ends with +all: anybody may send in its name.`
}

async function verdict(setup: MailSetup, text: string, spf: Spf): Promise<Finding> {
  const { dns, envelope_domain: domain, server } = setup
  const verdicts = await Promise.all(
    server.addresses.map((address) => spfResult(dns, domain, address)),
  )
  if (verdicts.some(({ result }) => result === 'permerror')) return permanentError(setup, verdicts)
  const refused = server.addresses.filter((_, i) => verdicts[i]?.result !== 'pass')
  if (server.addresses.length === 0) {
    const unknown = `where ${setup.config.mail.smtp.host} sends from does not show from here`
    return fine(`${domain} has an SPF record; ${unknown}.\n${text}`)
  }
  const where = `${server.name} (${server.addresses.join(', ')})`
  if (refused.length === 0) return fine(`SPF of ${domain} names ${where}.`)
  const namesOthers = spf.redirect !== '' || spf.terms.some(({ kind }) => kind === 'include')
  if (namesOthers) {
    /* Providers take mail at one address and send it on from others. */
    const said = `${domain} has an SPF record of others. ${where} is not in it, which is well if it sends on from elsewhere`
    return fine(`${said}: look for spf=pass in a mail that arrived.\n${text}`)
  }
  const said = `SPF of ${domain} does not name ${server.name} (${refused.join(', ')})`
  return fault(`${said}: receivers take its mails for forged.\n${text}`, toPaste(setup, text))
}

function permanentError({ envelope_domain: domain }: MailSetup, verdicts: SpfVerdict[]): Finding {
  const lookups = Math.max(...verdicts.map((one) => one.lookups))
  if (lookups > mostLookups) {
    return fault(
      `SPF of ${domain} needs more than ${mostLookups} look-ups; receivers take that for no record.`,
      'Leave out include: of services that no longer send for you, or name addresses (ip4:) instead.',
    )
  }
  return fault(
    `SPF of ${domain} leads to a domain without a usable SPF record; receivers take that for none.`,
    'Correct or leave out the include: or redirect= that leads there.',
  )
}

/** The record with the mail server in it. */
function toPaste({ envelope_domain: domain, server }: MailSetup, text = 'v=spf1 ~all'): string {
  const [first = ''] = server.addresses
  const byName = server.name !== '' && isIP(server.name) === 0
  const ours = byName ? `a:${server.name}` : first ? `ip${isIP(first)}:${first}` : 'mx'
  const whole = text.replace(/^v=spf1/i, `v=spf1 ${ours}`)
  return [
    'Enter this at whoever keeps your domain (or what your mail provider names instead):',
    record(domain, whole),
  ].join('\n')
}

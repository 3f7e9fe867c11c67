import { tagList } from '../../domain/tag-list.ts'
import type { NameServer } from '../../ports/name-server.ts'
import { ownerAddress } from '../mail-addresses.ts'
import { type Finding, fault, fine } from './inspection.ts'
import { type MailSetup, mailCheck, record } from './mail-setup.ts'

type Policy = {
  /** The domain whose record it is: the sender's, or one above it. */
  owner: string
  text: string
  tags: Map<string, string>
}

/** Whether receivers are told what to do with forged mails, and whether ours count as genuine. */
export const checkDmarc = mailCheck(async (setup) => {
  const { dns, domain } = setup
  const found = await findPolicy(dns, domain)
  if (found.length === 0) return fault(`${domain} has no DMARC record.`, toPaste(setup))
  const [policy] = found
  if (!policy || found.length > 1) {
    const said = `_dmarc.${found[0]?.owner} has ${found.length} DMARC records`
    return fault(`${said}; receivers take that for none.`, 'Make one of them.')
  }
  const wanted = wantedOf(policy, domain)
  if (!['none', 'quarantine', 'reject'].includes(wanted)) {
    return fault(`The DMARC record has no usable policy (p=).\n${policy.text}`, toPaste(setup))
  }
  return misalignment(setup, policy) ?? fine(sayingOf(setup, policy, wanted))
})

/** The sender's domain, else the nearest above it, as RFC 7489 and its successor look for it. */
async function findPolicy(dns: NameServer, domain: string): Promise<Policy[]> {
  const labels = domain.split('.')
  for (let from = 0; from < labels.length - 1; from++) {
    const owner = labels.slice(from).join('.')
    const texts = await dns.texts(`_dmarc.${owner}`)
    const policies = texts.filter((text) => /^v=DMARC1\s*(;|$)/.test(text))
    if (policies.length === 0) continue
    return policies.map((text) => ({ owner, text, tags: tagList(text) }))
  }
  return []
}

function wantedOf({ owner, tags }: Policy, domain: string): string {
  const policy = tags.get('p') ?? ''
  return (owner === domain ? policy : (tags.get('sp') ?? policy)).toLowerCase()
}

/** A signature of another domain does not count, and neither does an SPF record of another domain. */
function misalignment(setup: MailSetup, policy: Policy): Finding | undefined {
  const { config, domain, envelope_domain } = setup
  const { dkim } = config.mail
  if (!dkim) return envelope(policy, domain, envelope_domain)
  const signer = dkim.domain.toLowerCase()
  const isStrict = policy.tags.get('adkim') === 's'
  if (signer === domain || (!isStrict && isRelated(signer, domain, policy.owner))) return undefined
  const asked = isStrict ? ', and the DMARC record asks for the very same (adkim=s)' : ''
  return fault(
    `Mails come from ${domain} but are signed by ${signer}${asked}: the signature does not count.`,
    `Set mail.dkim.domain to ${domain}, and enter its record (see dkim).`,
  )
}

function envelope(policy: Policy, domain: string, other: string): Finding | undefined {
  const isStrict = policy.tags.get('aspf') === 's'
  if (other === domain || (!isStrict && isRelated(other, domain, policy.owner))) return undefined
  return fault(
    `Mails come from ${domain}, but bounces go to ${other}: its SPF record does not count for them.`,
    `Set mail.bounce_to to an address of ${domain}, or sign the mails (mail.dkim).`,
  )
}

/** One lies within the other, or both within the domain that the policy is of. */
function isRelated(signer: string, domain: string, owner: string): boolean {
  const isWithin = (one: string, other: string) => one === other || one.endsWith(`.${other}`)
  return (
    isWithin(signer, domain) ||
    isWithin(domain, signer) ||
    (isWithin(signer, owner) && isWithin(domain, owner))
  )
}

function sayingOf({ config }: MailSetup, { owner, text }: Policy, wanted: string): string {
  const meaning = {
    none: 'only watch (p=none)',
    quarantine: 'put forged mails aside (p=quarantine)',
    reject: 'refuse forged mails (p=reject)',
  }[wanted]
  const aligned = config.mail.dkim ? 'Sender and signature are of that domain.' : 'The sender is.'
  return `DMARC of ${owner} asks receivers to ${meaning}. ${aligned}\n${text}`
}

function toPaste({ domain, config }: MailSetup): string {
  const reports = `rua=mailto:${ownerAddress(config)}`
  return [
    'Enter this at whoever keeps your domain; later p=quarantine, once all your mails pass:',
    record(`_dmarc.${domain}`, `v=DMARC1; p=none; ${reports}`),
  ].join('\n')
}

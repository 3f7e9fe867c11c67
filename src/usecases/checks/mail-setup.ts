import { BlockList, isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import type { Config } from '../../config/schema.ts'
import type { MailServerFacts } from '../../ports/mail-probe.ts'
import { DeliveryError } from '../../ports/mailer.ts'
import { type NameServer, NameServerError } from '../../ports/name-server.ts'
import { senderAddress } from '../mail-addresses.ts'
import { type Check, type Finding, fault, fine, type Inspection } from './inspection.ts'

/** What the checks of outgoing mail look at. */
export type MailSetup = {
  config: Config
  dir: string
  dns: NameServer
  /** Behind the @ of the sender's address, which receivers compare everything with. */
  domain: string
  /** The same of the envelope, which SPF is about. */
  envelope_domain: string
  /** What the mail server shows, or why it cannot be asked. */
  facts: MailServerFacts | DeliveryError
  /** The machine that mail leaves from, as far as it shows from here; no addresses when it does not. */
  server: { name: string; addresses: string[] }
}

/** A check of how mail is set up; there is nothing to look at while mail only goes into a folder. */
export function mailCheck(look: (setup: MailSetup) => Promise<Finding>): Check {
  return async (inspection) => {
    const { mail } = inspection.reading.config
    if (mail.transport === 'file') return fine('Not looked at: mail.transport is file.')
    try {
      return await look(await mailSetup(inspection))
    } catch (error) {
      if (!(error instanceof NameServerError)) throw error
      const remedy =
        'See whether this machine can reach it, or name another one as mail.dns_server, such as 1.1.1.1.'
      return fault(error.message, remedy)
    }
  }
}

/** A DNS record as it stands in a zone file; many a provider's form takes it so too. */
export function record(name: string, value: string): string {
  const strings = value.match(/.{1,255}/g) ?? []
  return `${name}. TXT ${strings.map((string) => `"${string}"`).join(' ')}`
}

const setups = new WeakMap<Inspection, Promise<MailSetup>>()

/** Once for all checks of one inspection. */
function mailSetup(inspection: Inspection): Promise<MailSetup> {
  const made = setups.get(inspection) ?? readSetup(inspection)
  setups.set(inspection, made)
  return made
}

async function readSetup({ dir, reading, tools }: Inspection): Promise<MailSetup> {
  const { config } = reading
  const sender = senderAddress(config)
  const domain = domainOf(sender)
  const envelope_domain = domainOf(config.mail.bounce_to || sender)
  const dns = await tools.nameServer(config)
  const facts = await tools.mailServerFacts(config).catch((error: unknown) => {
    if (error instanceof DeliveryError) return error
    throw error
  })
  const greeting = facts instanceof DeliveryError ? '' : facts.greeting_name
  const server = await findServer(dns, config.mail.smtp.host, greeting)
  return { config, dir, dns, domain, envelope_domain, facts, server }
}

function domainOf(address: string): string {
  return domainToASCII(address.split('@').at(-1) ?? '').toLowerCase()
}

/** A mail server on this machine or in this network is known outside by the name that it greets with. */
async function findServer(
  dns: NameServer,
  host: string,
  greeting: string,
): Promise<MailSetup['server']> {
  for (const name of [host, greeting]) {
    if (name === '') continue
    const addresses = isIP(name) > 0 ? [name] : await dns.addresses(name)
    const outside = addresses.filter(isPublic)
    if (outside.length === 0) continue
    return { name: isIP(name) > 0 && greeting ? greeting : name, addresses: outside }
  }
  return { name: '', addresses: [] }
}

function isPublic(address: string): boolean {
  return !inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Addresses that nobody outside can see a mail come from (RFC 6890). */
const inside = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  inside.addSubnet(network, bits, 'ipv4')
}
inside.addSubnet('fc00::', 7, 'ipv6')
inside.addSubnet('fe80::', 10, 'ipv6')
inside.addAddress('::1', 'ipv6')

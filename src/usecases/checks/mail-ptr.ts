import { fault, fine } from './inspection.ts'
import { type MailSetup, mailCheck } from './mail-setup.ts'

/** Whether the address that mail comes from has a name which leads back to it; many receivers ask. */
export const checkPtr = mailCheck(async ({ dns, server, config }) => {
  const { host } = config.mail.smtp
  if (server.addresses.length === 0) {
    return fine(
      `Where ${host} sends from does not show from here: it is on this machine or network.`,
    )
  }
  const found: string[] = []
  for (const address of server.addresses) {
    const name = await nameOf({ dns }, address)
    if (name === undefined) {
      return fault(
        `${address}, which ${server.name} sends from, has no name (PTR) that leads back to it.`,
        `Ask whoever gave you the address (the hosting provider) to set its PTR to ${server.name}.`,
      )
    }
    found.push(`${address} is ${name}`)
  }
  return fine(`${found.join(', ')}, there and back.`)
})

async function nameOf(
  { dns }: Pick<MailSetup, 'dns'>,
  address: string,
): Promise<string | undefined> {
  for (const name of (await dns.names(address)).slice(0, 10)) {
    if ((await dns.addresses(name)).includes(address)) return name
  }
  return undefined
}

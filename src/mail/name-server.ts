import { Resolver } from 'node:dns/promises'
import { type NameServer, NameServerError } from '../ports/name-server.ts'

/** Of one question, tried twice; an owner looks on. */
const timeoutMs = 2500
const tries = 2

/** Answers that mean: there is no such record. */
const nothingThere = ['ENOTFOUND', 'ENODATA']

/** Asks the name server at this address (and port), or with null the one that this machine uses. */
export function createNameServer(server: string | null): NameServer {
  const resolver = new Resolver({ timeout: timeoutMs, tries })
  if (server !== null) resolver.setServers([server])
  async function ask<T>(about: string, work: () => Promise<T[]>): Promise<T[]> {
    try {
      return await work()
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      if (nothingThere.includes(code)) return []
      throw new NameServerError(complaint(about, code, resolver.getServers()))
    }
  }
  return {
    texts: (name) =>
      ask(name, async () => (await resolver.resolveTxt(name)).map((strings) => strings.join(''))),
    async addresses(name) {
      const four = await ask(name, () => resolver.resolve4(name))
      return [...four, ...(await ask(name, () => resolver.resolve6(name)))]
    },
    names: (address) => ask(address, () => resolver.reverse(address)),
    exchanges: (name) =>
      ask(name, async () =>
        (await resolver.resolveMx(name))
          .sort((a, b) => a.priority - b.priority)
          .map(({ exchange }) => exchange)
          .filter((exchange) => exchange !== ''),
      ),
  }
}

function complaint(about: string, code: string, servers: string[]): string {
  const whom = `The name server ${servers.join(', ') || 'of this machine'}`
  if (code === 'ETIMEOUT') {
    return `${whom} did not answer about ${about} within ${(timeoutMs * tries) / 1000} seconds.`
  }
  if (code === 'ECONNREFUSED') return `${whom} cannot be reached; it was asked about ${about}.`
  if (code === 'EBADNAME') return `${about} is no name that DNS could know.`
  return `${whom} could not tell about ${about} (${code}).`
}

import type { Sealer } from '../ports/sealer.ts'
import { fingerprintOf, type Identity, nameIn } from './identity.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { readOwnCertificate } from './own-certificate.ts'
import { readSealKey, takeSealKey } from './seal-key.ts'
import { sealPdf } from './seal-pdf.ts'

export type SealerOptions = {
  workspaceDir: string
  /** The business's, for the certificate of the workspace's own key. */
  name: string
  /** Of another key: the file of `signature.certificate`, and its passphrase. */
  certificate: string | null
  passphrase: string
}

/**
 * Seals with the workspace's own key, or with one from elsewhere. Whatever is wrong with a key shows when it
 * is first needed, as PortalError config_invalid.
 */
export async function createSealer(options: SealerOptions): Promise<Sealer> {
  const { workspaceDir, name, certificate, passphrase } = options
  let identity: Promise<Identity> | undefined
  const take = () => {
    identity ??= certificate
      ? readOwnCertificate(workspaceDir, certificate, passphrase)
      : takeSealKey(workspaceDir, name)
    /* What was wrong may be put right while we run. */
    identity.catch(() => {
      identity = undefined
    })
    return identity
  }
  const peek = () => (certificate ? take() : readSealKey(workspaceDir))
  return {
    fingerprint: async () => fingerprintOf((await take()).certificate),
    certificate: async () => (await take()).certificate.toString(),
    seal: async (pdf, { name, ...about }) => {
      const taken = await take()
      return sealPdf(pdf, taken, { name: name || nameIn(taken.certificate), ...about })
    },
    inspect: async (pdf) => {
      const known = await peek().catch(() => undefined)
      return inspectPdf(pdf, known?.certificate.publicKey)
    },
  }
}

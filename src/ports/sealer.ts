import type { Instant } from '../domain/document.ts'

/** What the seal on a file says; `problems` in plain words, empty when all is well. */
export type SealReport = {
  /** False: the file carries no seal at all. */
  sealed: boolean
  /** The bytes under the seal are as they were. */
  intact: boolean
  /** The seal covers the file from its first byte to its last. */
  whole: boolean
  /** Made with this workspace's key. */
  ours: boolean
  /** Hex SHA-256 of the certificate; null without a seal. */
  fingerprint: string | null
  /** Who sealed it, as the certificate says; empty without a seal. */
  issued_to: string
  sealed_at: Instant | null
  /** What it says it is the seal of, as given to `seal`; to be believed only where it is intact. */
  reason: string
  problems: string[]
}

/** Seals PDFs with the business's own key (PAdES-style CMS over the whole file) and reads seals. */
export type Sealer = {
  /** Hex SHA-256 of the certificate. The first need of a key makes it. */
  fingerprint(): Promise<string>
  /** The certificate as PEM, so that others can check without us. */
  certificate(): Promise<string>
  /** The same file with a seal over all of it. */
  seal(pdf: Buffer, about: { name: string; reason: string; at: Date }): Promise<Buffer>
  /** Looks at any file and never throws; it makes no key. */
  inspect(pdf: Buffer): Promise<SealReport>
}

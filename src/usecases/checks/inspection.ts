import type { Environment } from '../../config/environment.ts'
import type { ConfigReading } from '../../config/read.ts'
import type { Config } from '../../config/schema.ts'
import type { MailServerFacts } from '../../ports/mail-probe.ts'
import type { Mailer } from '../../ports/mailer.ts'
import type { NameServer } from '../../ports/name-server.ts'
import type { PdfPrinter } from '../../ports/pdf-printer.ts'
import type { Providers } from '../../ports/providers.ts'
import type { Renderer } from '../../ports/renderer.ts'
import type { Sealer } from '../../ports/sealer.ts'

/** What checks look at. A workspace that cannot be opened as a whole is still looked at part by part. */
export type Inspection = {
  /** The workspace, absolute. */
  dir: string
  /** The environment of the process, without `.env`. */
  env: Environment
  /** config.yml as far as it can be used, and what is wrong with it. */
  reading: ConfigReading
  tools: InspectionTools
}

/** The adapters that checks try out; `open-app.ts` makes them. */
export type InspectionTools = {
  mailer(config: Config): Promise<Mailer>
  /** What the mail server shows to whoever connects. Throws DeliveryError. */
  mailServerFacts(config: Config): Promise<MailServerFacts>
  /** DNS, asked where `mail.dns_server` says. */
  nameServer(config: Config): Promise<NameServer>
  printer(config: Config): Promise<PdfPrinter>
  renderer(config: Config): Promise<Renderer>
  sealer(config: Config): Promise<Sealer>
  /** The payment providers; the sandbox is not asked anything. */
  providers(config: Config): Providers
  /** The browser that the setting `pdf.browser` leads to. */
  findBrowser(setting: string): Promise<string | undefined>
}

/** What a check found; `remedy` is empty when all is well. */
export type Finding = { ok: boolean; message: string; remedy: string }

/** Looks at one thing. A PortalError that it throws becomes a finding: message and hint. */
export type Check = (inspection: Inspection) => Promise<Finding>

export function fine(message: string): Finding {
  return { ok: true, message, remedy: '' }
}

export function fault(message: string, remedy: string): Finding {
  return { ok: false, message, remedy }
}

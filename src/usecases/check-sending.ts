import type { App } from '../app.ts'
import { checkLinkable } from '../domain/public-url.ts'
import { senderAddress } from './mail-addresses.ts'

/**
 * Says what would keep every mail from leaving, before any is written: an address that links cannot lead to, no
 * sender, a logo or theme that cannot be used.
 * @throws PortalError config_invalid
 */
export async function checkSending(app: App): Promise<void> {
  checkLinkable(app.config.public_url)
  senderAddress(app.config)
  await app.renderer()
}

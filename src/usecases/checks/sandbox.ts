import { isLoopback } from '../../domain/public-url.ts'
import { type Check, fault, fine } from './inspection.ts'

/** Play money belongs on this machine, never where customers are. */
export const checkSandbox: Check = async ({ reading: { config } }) => {
  const { hostname } = new URL(config.public_url)
  if (isLoopback(hostname)) return fine('Test payments are offered; nobody is charged.')
  return fault(
    `Test payments are offered at ${config.public_url}: whoever has a link can pay with play money.`,
    'Set payments.sandbox.enabled to false in config.yml before customers come.',
  )
}

import { X509Certificate } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { sealKeyName } from '../../config/keys.ts'
import { type Check, fault, fine } from './inspection.ts'

/** Whether signed copies can be sealed: the key is whole, and its certificate has not run out. */
export const checkSeal: Check = async ({ dir, reading, tools }) => {
  const { seal, certificate } = reading.config.signature
  if (!seal) return fine('Signed copies are not sealed (signature.seal).')
  const isMade = statSync(join(dir, sealKeyName), { throwIfNoEntry: false }) !== undefined
  if (certificate === null && !isMade)
    return fine(`${sealKeyName} is made when it is first needed.`)
  const sealer = await tools.sealer(reading.config)
  const fingerprint = await sealer.fingerprint()
  const end = new Date(new X509Certificate(await sealer.certificate()).validTo)
  if (end.getTime() < Date.now()) {
    return fault(
      `The certificate of your seal, ${certificate}, ran out on ${end.toISOString().slice(0, 10)}.`,
      'Put a new one in its place, or set signature.certificate to null.',
    )
  }
  return fine(`Signed copies are sealed with the certificate ${fingerprint}.`)
}

import { X509Certificate } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sealKeyName } from '../../config/keys.ts'
import { databaseName } from '../../config/workspace.ts'
import { listSealed } from '../../store/approvals.ts'
import { openDatabase } from '../../store/open.ts'
import { type Check, type Finding, fault, fine } from './inspection.ts'

/** Whether signed copies can be sealed: the key is whole, and its certificate has not run out. */
export const checkSeal: Check = async ({ dir, reading, tools }) => {
  const { seal, certificate } = reading.config.signature
  if (!seal) return fine('Signed copies are not sealed (signature.seal).')
  if (certificate === null && !existsSync(join(dir, sealKeyName))) return missing(dir)
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

/** A new key is as good for what is signed from now on, but customers know the seals of the old one. */
async function missing(dir: string): Promise<Finding> {
  const none = fine(`${sealKeyName} is made when it is first needed.`)
  const path = join(dir, databaseName)
  if (!existsSync(path)) return none
  const db = await openDatabase(path, { readonly: true })
  try {
    const sealed = (await listSealed(db.read)).filter((one) => one.seal_fingerprint !== null)
    if (sealed.length === 0) return none
    return fault(
      `${sealKeyName} is missing, but signed copies were sealed: ${sealed.length}.`,
      'Put it back from a backup. Without one the copies stay as valid as they are, and the next seal makes a new key.',
    )
  } finally {
    await db.close()
  }
}

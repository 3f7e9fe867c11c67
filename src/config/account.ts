import { readFileSync, statSync } from 'node:fs'
import { PortalError } from '../domain/errors.ts'

/**
 * Refuses root in a folder of another account: what root makes there, such as pages, keys and backups, the
 * account that serves them could neither read nor change.
 * @param command what was to be done, as it would be typed; for the hint
 * @throws PortalError conflict
 */
export function checkAccount(dir: string, command = '…'): void {
  if (process.getuid?.() !== 0) return
  const uid = statSync(dir, { throwIfNoEntry: false })?.uid ?? 0
  if (uid === 0) return
  const name = nameOf(uid)
  throw new PortalError(
    'conflict',
    `${dir} belongs to ${name ? `the account ${name}` : `account ${uid}`}, which could not change what root writes there.`,
    name
      ? `Do it as that account: runuser -u ${name} -- portal --dir ${dir} ${command}`
      : `Do it as that account, or give the folder to root: chown -R root ${dir}`,
  )
}

/** Of an account that this machine knows. */
function nameOf(uid: number): string | undefined {
  try {
    const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
    return accounts.map((line) => line.split(':')).find(([, , id]) => id === String(uid))?.[0]
  } catch {
    return undefined
  }
}

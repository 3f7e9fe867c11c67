import { readFileSync, statSync } from 'node:fs'
import { PortalError } from '../domain/errors.ts'

/**
 * Refuses root in a folder of another account of this machine: what root makes there, such as pages, keys and
 * backups, the account that serves them could neither read nor change. A number without an account, as a
 * container sees the folders of its host, serves nothing here.
 * @param command what was to be done, as it would be typed; for the hint
 * @throws PortalError conflict
 */
export function checkAccount(dir: string, command = '…'): void {
  if (process.getuid?.() !== 0) return
  const uid = statSync(dir, { throwIfNoEntry: false })?.uid ?? 0
  const name = uid === 0 ? undefined : nameOf(uid)
  if (name === undefined) return
  throw new PortalError(
    'conflict',
    `${dir} belongs to the account ${name}, which could not change what root writes there.`,
    `Do it as that account: runuser -u ${name} -- portal --dir ${dir} ${command} ` +
      `(where root serves it, too: chown -R root ${dir})`,
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

import type { Handle } from './handle.ts'

/** The schema's version as committed. */
export async function readVersion(handle: Handle): Promise<number> {
  const [row] = await handle.all('PRAGMA user_version')
  return Number(row?.user_version)
}

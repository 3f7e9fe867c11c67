import { booksGone } from '../server/books-gone.ts'
import type { RunningServer } from '../server/serve.ts'
import { untilStopped } from './signals.ts'

/**
 * Waits until a server is stopped by SIGTERM or Ctrl-C, closes it and gives the exit code.
 * @throws PortalError conflict when its database was replaced or removed meanwhile
 */
export async function untilEnded(server: RunningServer): Promise<number> {
  const code = await Promise.race([untilStopped(), server.gone.then(() => undefined)])
  await server.close()
  if (code === undefined) throw booksGone()
  return code
}

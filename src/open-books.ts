import { join } from 'node:path'
import type { Books } from './app.ts'
import { createClock } from './config/clock.ts'
import type { Environment } from './config/environment.ts'
import { readLinkKey } from './config/keys.ts'
import { loadConfig } from './config/load.ts'
import { databaseName } from './config/workspace.ts'
import { openFile } from './store/open-file.ts'

/**
 * Opens a workspace to look something up in it: its configuration and a bare handle on its database.
 * @throws PortalError config_invalid, or what the database says
 */
export async function openBooks(
  dir: string,
  env: Environment,
): Promise<Books & { close(): Promise<void> }> {
  const { config, env: whole } = await loadConfig(dir, env)
  const clock = createClock(whole, config.payments)
  const handle = await openFile(join(dir, databaseName))
  return {
    config,
    clock,
    /* Few who look something up show links. */
    get linkKey() {
      return readLinkKey(dir)
    },
    db: { read: handle },
    close: () => handle.close(),
  }
}

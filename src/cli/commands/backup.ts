import { resolve } from 'node:path'
import { backupWorkspace } from '../../usecases/backup-workspace.ts'
import { defineCommand } from '../command.ts'
import { quote } from '../guide/command-line.ts'
import { withProgress } from '../output/progress.ts'

export const backup = defineCommand({
  arguments: { file: { says: 'a new file' } },
  options: { 'without-key': { says: 'leave out link.key: no link can be shown again from it' } },
  examples: ['portal backup portal-2025-01-15.backup'],
  notes:
    'One file with everything. Whoever has it can open every link: keep it as safe as the workspace.',
  async run(context, { file }, options) {
    const without_key = options['without-key'] ?? false
    const app = await context.app({ keyless: without_key })
    const path = resolve(context.around.cwd, file)
    const result = await withProgress(context, 'Backup', (on_progress) =>
      backupWorkspace(app, { file: path, without_key, on_progress }),
    )
    return {
      json: result,
      text: () =>
        `Wrote ${result.file}: ${result.files} files, ${Math.ceil(result.bytes / 1024)} kB` +
        `${result.with_key ? '' : ', without the key'}.`,
      next: `try it: portal restore ${quote(file)} --dir /tmp/portal-restored`,
    }
  },
})

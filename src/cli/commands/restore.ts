import { resolve } from 'node:path'
import { newWorkspacePath } from '../../config/workspace.ts'
import { restoreWorkspace } from '../../usecases/restore-workspace.ts'
import { defineCommand } from '../command.ts'
import { quote } from '../guide/command-line.ts'
import { shortInstant } from '../output/instant.ts'
import { withProgress } from '../output/progress.ts'

export const restore = defineCommand({
  arguments: { file: { says: 'made by: portal backup' } },
  options: {},
  examples: ['portal restore portal-2025-01-15.backup --dir restored'],
  notes:
    'Into an empty or new folder (--dir). Mail that was waiting is held, it may have gone out since.',
  async run(context, { file }) {
    const { cwd, env } = context.around
    const { dir } = context.globals
    const target = newWorkspacePath({ ...(dir === undefined ? {} : { dir }), env, cwd })
    const result = await withProgress(context, 'Files', (on_progress) =>
      restoreWorkspace({ file: resolve(cwd, file), dir: target, on_progress }),
    )
    const { held_mails, with_key } = result
    return {
      json: result,
      text: (paper) =>
        [
          `Restored ${result.files} files of ${shortInstant(result.made_at, 'UTC')} UTC into ${result.dir}.`,
          ...(held_mails > 0
            ? [paper.paint.warn(`${held_mails} mails are held; look at them: portal outbox list`)]
            : []),
          ...(with_key
            ? []
            : [
                paper.paint.warn(
                  'Without its key no old link opens; make new ones with: portal share',
                ),
              ]),
        ].join('\n'),
      next: `portal doctor --dir ${quote(target)}`,
    }
  },
})

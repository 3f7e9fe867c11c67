/** `portal invoice list` on 10,000 invoices, as a process, against the smallest that Node can be, and npm. */
import { join } from 'node:path'
import { packageDir } from '../src/package-dir.ts'
import { bigWorkspace } from './big-workspace.ts'
import { type Command, type Cost, compareProcesses } from './process-cost.ts'
import type { Row } from './row.ts'

const rounds = 25

export async function bench(): Promise<Row[]> {
  const dir = await bigWorkspace()
  const list: Command = {
    file: process.execPath,
    args: [join(packageDir(), 'bin/portal.js'), 'invoice', 'list'],
    cwd: dir,
  }
  const empty: Command = { file: process.execPath, args: ['-e', '0'] }
  const npm: Command = { file: 'npm', args: ['--version'] }
  // What the first commands after a build remember for the next ones is not what is measured.
  await compareProcesses([list, empty, npm], 2)
  const [ours, bare, peer] = await compareProcesses([list, empty, npm], rounds)
  return [row('`node -e 0`', ours, bare, 1.3), row('`npm --version`', ours, peer, 0.8)]
}

function row(name: string, ours: Cost, peer: Cost, budget: number): Row {
  const ratio = ours.cpu_ms / peer.cpu_ms
  return {
    what: `\`portal invoice list\` of 10,000, against ${name}, processor time (all time)`,
    ours: say(ours),
    peer: say(peer),
    ratio: `${ratio.toFixed(2)} (${(ours.wall_ms / peer.wall_ms).toFixed(2)})`,
    budget: `≤ ${budget}`,
    met: ratio <= budget,
  }
}

function say({ cpu_ms, wall_ms }: Cost): string {
  return `${cpu_ms.toFixed(0)} ms (${wall_ms.toFixed(0)} ms)`
}

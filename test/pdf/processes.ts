import { readdirSync, readFileSync } from 'node:fs'

/** A running process as /proc tells it (Linux). */
export type Running = { pid: number; parent: number; command: string }

/** The browsers that a process started, by default this one, without their helpers or a script around them. */
export function browsersOf(parent = process.pid): Running[] {
  const isBrowser = ({ command }: Running) =>
    command.includes(' --remote-debugging-pipe ') && !command.includes(' --type=')
  return running()
    .filter((one) => one.parent === parent && isBrowser(one))
    .flatMap(({ pid }) => familyOf(pid).filter(isBrowser).slice(-1))
}

/** Everything that belongs to a browser: itself, and whatever it or its helpers started. */
export function familyOf(pid: number): Running[] {
  const all = running()
  const family = all.filter((one) => one.pid === pid)
  for (const member of family) family.push(...all.filter((one) => one.parent === member.pid))
  return family
}

export function isAlive(pid: number): boolean {
  return running().some((one) => one.pid === pid)
}

/** Looks again until something holds; the test's own time limit ends it otherwise. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

export function running(): Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), command }]
      } catch {
        return []
      }
    })
}

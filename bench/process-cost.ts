/** What whole processes cost, from their start to their end. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export type Command = { file: string; args: string[]; env?: Record<string, string>; cwd?: string }

/** In ms. Time of the processor is steadier than that of the clock where other programs run too. */
export type Cost = { cpu_ms: number; wall_ms: number }

/** Runs the commands by turns, so that all meet the same machine; the medians of each. */
export async function compareProcesses<const C extends readonly Command[]>(
  commands: C,
  rounds: number,
): Promise<{ [Name in keyof C]: Cost }> {
  const costs = commands.map((): Cost[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const [i, command] of commands.entries()) costs[i]?.push(await costOf(command))
  }
  const medians = costs.map((all) => ({
    cpu_ms: median(all.map(({ cpu_ms }) => cpu_ms)),
    wall_ms: median(all.map(({ wall_ms }) => wall_ms)),
  }))
  return medians as { [Name in keyof C]: Cost }
}

/** Bash keeps the time of its child; its standard output is a pipe, as for any script. */
async function costOf({ file, args, env = {}, cwd = '/' }: Command): Promise<Cost> {
  const script = 'TIMEFORMAT="%R %U %S"; time "$@"'
  const { stderr } = await promisify(execFile)('bash', ['-c', script, 'bash', file, ...args], {
    cwd,
    env: { ...surroundings(), ...env },
    maxBuffer: 2 ** 26,
  })
  const [real = 0, user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map((seconds) => Number(seconds) * 1000)
  return { cpu_ms: user + system, wall_ms: real }
}

/**
 * As the owner's shell has them, without what `npm run` adds, and without NODE_EXTRA_CA_CERTS, with which
 * Node itself takes 30 ms longer to start: it would flatter every ratio.
 */
function surroundings(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_EXTRA_CA_CERTS$)/i.test(name)),
  )
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

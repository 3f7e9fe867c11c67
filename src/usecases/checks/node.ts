import { type Check, fault, fine } from './inspection.ts'

/** As `engines` in package.json. */
const least = [20, 17] as const

/** Whether this Node is one that the program is tested on. */
export const checkNode: Check = async () => {
  const version = process.versions.node
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOld = major < least[0] || (major === least[0] && minor < least[1])
  if (!isOld) return fine(`Node ${version}`)
  return fault(
    `Node ${version} is too old; ${least.join('.')} is the least.`,
    'Get a newer one from https://nodejs.org',
  )
}

import { linkKeyName, readLinkKey } from '../../config/keys.ts'
import { type Check, fine } from './inspection.ts'

/** Whether the key that every link is derived from is there and whole. */
export const checkLinkKey: Check = async ({ dir }) => {
  readLinkKey(dir)
  return fine(`${linkKeyName} is whole.`)
}

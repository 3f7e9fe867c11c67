import { readFile } from 'node:fs/promises'
import { absentAs } from './fault.ts'

/** The bytes of a file; undefined when it is missing. */
export function readWhole(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(absentAs(undefined))
}

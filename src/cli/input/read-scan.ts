import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { invalidInput } from '../../domain/errors.ts'
import { whyUnreadable } from '../../domain/file-fault.ts'
import { scanBytes } from '../../domain/scan.ts'
import type { Context } from '../context.ts'

/**
 * Reads a scanned paper; of what is too large only as much as it takes to know that.
 * @throws PortalError invalid_input
 */
export async function readScanFile({ around: { cwd } }: Context, path: string): Promise<Buffer> {
  try {
    const file = await open(resolve(cwd, path))
    try {
      const buffer = Buffer.alloc(scanBytes + 1)
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw invalidInput([{ field: 'scan', message: whyUnreadable(error, path) }])
  }
}
